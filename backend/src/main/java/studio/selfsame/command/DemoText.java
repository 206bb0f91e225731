package studio.selfsame.command;

import java.util.Locale;

/** The summary for people. */
final class DemoText {
    private DemoText() {}

    static String of(DemoSummary summary) {
        StringBuilder text = new StringBuilder();
        line(text, "");
        line(text, "sealed video   %s", summary.output());
        line(text, "output id      %s", summary.outputId());
        line(text, "root of trust  %s", summary.rootCertificate());
        line(text, "permitted by   %s", String.join(", ", summary.permitted()));
        for (DemoSummary.RefusedAttempt refusal : summary.refusals()) {
            line(text, "refused        %s", refusal.attempt());
            refusal.reasons().forEach(reason -> line(text, "               - %s", reason));
        }
        summary.inspection()
                .forEach((when, report) -> line(
                        text,
                        "inspected      %s: %s; credentials %s; record %s",
                        when,
                        report.path("verdict").asString(),
                        report.path("credentials").path("state").asString(),
                        report.path("record").path("state").asString()));
        double seconds =
                summary.stages().stream().mapToDouble(Stopwatch.Stage::seconds).sum();
        line(text, "took           %.0f s, peak memory %d MiB in all processes", seconds, summary.peakMemoryMiB());
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
