package studio.selfsame.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./selfsame bench NAME [--quick] [--json]}. */
final class BenchCommand implements Command {
    private static final int MISSED = 3;
    private static final int MISUSED = 64;
    private static final List<Bench> BENCHES = List.of(new RenderBench());

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
        Bench bench = chosen(arguments);
        if (bench == null) {
            System.err.println("Usage: ./selfsame bench NAME [--quick] [--json], NAME one of: "
                    + String.join(", ", BENCHES.stream().map(Bench::name).toList()));
            return MISUSED;
        }
        BenchReport report = bench.run(arguments.contains("--quick"));
        if (arguments.contains("--json")) {
            System.out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(report));
        } else {
            System.out.print(BenchTable.of(report));
        }
        return report.met() ? 0 : MISSED;
    }

    /** The bench that is named, or null where the arguments are not of the form above. */
    static @Nullable Bench chosen(List<String> arguments) {
        List<String> names = arguments.stream().filter(a -> !a.startsWith("--")).toList();
        List<String> options =
                arguments.stream().filter(a -> a.startsWith("--")).toList();
        if (names.size() != 1 || !List.of("--quick", "--json").containsAll(options)) {
            return null;
        }
        return BENCHES.stream()
                .filter(bench -> bench.name().equals(names.getFirst()))
                .findFirst()
                .orElse(null);
    }
}
