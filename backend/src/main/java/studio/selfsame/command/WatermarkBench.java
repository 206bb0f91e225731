package studio.selfsame.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.selfsame.command.acceptance.AcceptanceBench;
import studio.selfsame.command.acceptance.Measure;
import studio.selfsame.command.acceptance.Plan;
import studio.selfsame.command.acceptance.Row;

/**
 * What the invisible mark survives, what it costs and what cannot be done to it. {@code --quick} attacks two clips and two
 * tracks with a third of the attacks.
 */
final class WatermarkBench implements Bench {
    @Override
    public String name() {
        return "watermark";
    }

    @Override
    public boolean divisible() {
        return true;
    }

    @Override
    public BenchReport run(BenchOptions options) throws IOException {
        Path product = DemoCommand.product();
        var plan = new Plan(
                options.quick(),
                options.only(),
                options.clips(),
                options.out(),
                options.again(),
                DemoOptions.presenter(product).resolve("footage.mp4"),
                product.resolve("../shared/footage"));
        AcceptanceBench.Outcome outcome = new AcceptanceBench(plan).run();
        List<BenchReport.Gate> gates = new ArrayList<>();
        for (Measure m : outcome.measures()) {
            gates.add(
                    m.atLeast()
                            ? BenchReport.Gate.atLeast(m.name(), m.value(), m.unit(), m.target())
                            : BenchReport.Gate.atMost(m.name(), m.value(), m.unit(), m.target()));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        for (Row row : outcome.rows()) {
            details.put(row.attack(), row);
        }
        details.putAll(outcome.details());
        return new BenchReport(name(), Machine.name(), List.copyOf(gates), details);
    }
}
