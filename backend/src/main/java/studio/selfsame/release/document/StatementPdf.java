package studio.selfsame.release.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.selfsame.release.document.PdfPaper.Row;

/** A statement for reading. */
public final class StatementPdf {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> COLUMNS = List.of("Delivered", "Output and use", "Length", "Amount");

    private StatementPdf() {}

    /** Always the same bytes for the same statement. */
    public static byte[] render(Statement statement) {
        try (var paper = new PdfPaper()) {
            return render(statement, paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] render(Statement statement, PdfPaper paper) throws IOException {
        var period = Words.day(statement.from()) + " to " + Words.day(statement.to());
        PdfAbout.write(paper.document(), "Statement of use, " + period, statement.studio());
        paper.title("Statement of use");
        paper.note(
                "What was delivered under a talent release, and what is due for it. Amounts are those agreed for each result"
                        + " and, in proportion, for each minute; the sum for each result is rounded to the smallest unit, halves up. What"
                        + " is due once for the whole release is not counted here.");
        paper.table(about(statement, period));
        paper.heading("Results");
        if (statement.lines().isEmpty()) {
            paper.paragraph("Nothing was delivered in this period.");
        } else {
            paper.columns(COLUMNS, results(statement));
        }
        return paper.finish(
                "Statement for talent release " + statement.release() + ", version " + statement.version(),
                "Times and days in the time zone " + statement.zone().getId());
    }

    private static List<Row> about(Statement statement, String period) {
        var pay = statement.compensation();
        var rows = new ArrayList<Row>();
        rows.add(new Row("Studio", statement.studio()));
        rows.add(new Row("Talent", statement.talent()));
        rows.add(new Row("Release", statement.release() + ", version " + statement.version()));
        rows.add(new Row("Period", period + ", both included"));
        rows.add(new Row("Payment reference", pay.reference()));
        pay.currency().ifPresent(currency -> {
            pay.perRenderMinor().ifPresent(minor -> rows.add(new Row("Per result", Words.money(currency, minor))));
            pay.perMinuteMinor().ifPresent(minor -> rows.add(new Row("Per minute", Words.money(currency, minor))));
        });
        rows.add(new Row("Results", String.valueOf(statement.lines().size())));
        rows.add(new Row("Length", length(statement.totalLength())));
        rows.add(new Row("Due", amount(statement, statement.totalMinor())));
        return rows;
    }

    private static List<List<String>> results(Statement statement) {
        return statement.lines().stream()
                .map(line -> List.of(
                        moment(statement, line.deliveredAt()),
                        line.outputId() + "\n" + line.use(),
                        length(line.length()),
                        amount(statement, line.amountMinor())))
                .toList();
    }

    private static String moment(Statement statement, Instant at) {
        return MOMENT.format(at.atZone(statement.zone()));
    }

    private static String length(Duration length) {
        return "%d.%03d s".formatted(length.toSeconds(), length.toMillisPart());
    }

    private static String amount(Statement statement, Optional<Long> minor) {
        return statement
                .compensation()
                .currency()
                .flatMap(currency -> minor.map(amount -> Words.money(currency, amount)))
                .orElse("by the agreement");
    }
}
