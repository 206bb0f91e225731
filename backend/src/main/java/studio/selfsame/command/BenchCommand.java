package studio.selfsame.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./selfsame bench NAME [--quick] [--json]}. */
final class BenchCommand implements Command {
    private static final int MISSED = 3;
    private static final int MISUSED = 64;
    private static final List<Bench> BENCHES = List.of(
            new RenderBench("render", 720),
            new RenderBench("render-1080p", 1080),
            new TrackingBench(),
            new SealBench(),
            new WatermarkBench(),
            new AuditBench(),
            new WithdrawalBench());

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String summary() {
        return "measure: " + String.join(", ", BENCHES.stream().map(Bench::name).toList()) + "; --quick, --json";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        BenchOptions options = BenchOptions.parse(arguments);
        Bench bench = options == null ? null : chosen(options);
        if (options == null || bench == null) {
            System.err.println("Usage: " + BenchOptions.FORM + ", NAME one of: "
                    + String.join(", ", BENCHES.stream().map(Bench::name).toList()));
            return MISUSED;
        }
        return tell(bench.run(options), options);
    }

    /** Prints the report as it was asked for; 0 where all gates are met. */
    static int tell(BenchReport report, BenchOptions options) {
        if (options.json()) {
            System.out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(report));
        } else {
            System.out.print(BenchTable.of(report));
        }
        return report.met() ? 0 : MISSED;
    }

    /** The bench that is named, or null where there is none that can do what is asked. */
    static @Nullable Bench chosen(BenchOptions options) {
        return BENCHES.stream()
                .filter(bench -> bench.name().equals(options.name()))
                .filter(bench -> bench.divisible() || options.whole())
                .findFirst()
                .orElse(null);
    }
}
