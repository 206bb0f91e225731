package studio.selfsame.release.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement for a spreadsheet. */
public final class StatementCsv {
    private static final List<String> HEADER = List.of(
            "delivered_at",
            "output",
            "use",
            "seconds",
            "amount",
            "currency",
            "release",
            "version",
            "period_from",
            "period_to",
            "studio",
            "talent");
    /** What spreadsheets take for the beginning of a formula. */
    private static final String FORMULAS = "=+-@\t\r";

    private StatementCsv() {}

    /**
     * RFC 4180 with a header row and, last, one of totals whose first cell is {@code total}. Text that a spreadsheet would take
     * for a formula has an apostrophe before it.
     */
    public static String render(Statement statement) {
        var lines = statement.lines().stream()
                .map(line -> row(
                        statement,
                        line.deliveredAt().toString(),
                        line.outputId(),
                        line.use().toString(),
                        line.length(),
                        line.amountMinor()));
        var total = row(statement, "total", "", "", statement.totalLength(), statement.totalMinor());
        return Stream.concat(Stream.concat(Stream.of(HEADER), lines), Stream.of(total))
                .map(row -> row.stream().map(StatementCsv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static List<String> row(
            Statement statement, String first, String output, String use, Duration length, Optional<Long> minor) {
        var currency = statement.compensation().currency();
        return List.of(
                first,
                output,
                use,
                seconds(length),
                currency.flatMap(known -> minor.map(amount -> amount(known, amount)))
                        .orElse(""),
                minor.isPresent() ? currency.map(Currency::getCurrencyCode).orElse("") : "",
                statement.release().toString(),
                String.valueOf(statement.version()),
                statement.from().toString(),
                statement.to().toString(),
                statement.studio(),
                statement.talent());
    }

    private static String seconds(Duration length) {
        return BigDecimal.valueOf(length.toMillis(), 3).toPlainString();
    }

    private static String amount(Currency currency, long minor) {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
