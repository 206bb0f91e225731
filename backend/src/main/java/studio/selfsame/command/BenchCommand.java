package studio.selfsame.command;

import java.util.List;
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
        List<String> names =
                arguments.stream().filter(a -> !a.startsWith("--")).toList();
        List<String> options = arguments.stream().filter(a -> a.startsWith("--")).toList();
        boolean known = List.of("--quick", "--json").containsAll(options);
        Bench bench = names.size() == 1
                ? BENCHES.stream().filter(b -> b.name().equals(names.getFirst())).findFirst().orElse(null)
                : null;
        if (bench == null || !known) {
            System.err.println("Usage: ./selfsame bench NAME [--quick] [--json], NAME one of: "
                    + String.join(", ", BENCHES.stream().map(Bench::name).toList()));
            return MISUSED;
        }
        BenchReport report = bench.run(options.contains("--quick"));
        if (options.contains("--json")) {
            System.out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(report));
        } else {
            System.out.print(BenchTable.of(report));
        }
        return report.met() ? 0 : MISSED;
    }
}
