package studio.selfsame.command;

import java.util.Locale;

/** A bench report for people. */
final class BenchTable {
    private BenchTable() {}

    static String of(BenchReport report) {
        StringBuilder table = new StringBuilder();
        table.append("bench ")
                .append(report.bench())
                .append(" on ")
                .append(report.machine())
                .append("\n\n");
        for (BenchReport.Gate gate : report.gates()) {
            table.append(String.format(
                    Locale.ROOT,
                    "  %-4s %-64s %10.3f %-8s target %s%n",
                    gate.met() ? "met" : "MISS",
                    gate.name(),
                    gate.value(),
                    gate.unit(),
                    gate.target()));
        }
        table.append('\n');
        report.details()
                .forEach((name, value) -> table.append(String.format(Locale.ROOT, "       %-64s %10s%n", name, value)));
        return table.toString();
    }
}
