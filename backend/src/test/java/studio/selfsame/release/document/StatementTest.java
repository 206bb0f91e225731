package studio.selfsame.release.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.selfsame.release.document.Statement.Delivered;

class StatementTest {
    private static final UUID USE = new UUID(9, 9);
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 1, 31);

    @Test
    void statement_countsTheDaysWhereTheReleaseDoes() {
        var statement = statement(
                delivered("2027-01-31T22:59:59Z", "in, last second in Berlin", 60),
                delivered("2027-01-31T23:00:00Z", "February in Berlin", 60),
                delivered("2026-12-31T23:00:00Z", "in, first second in Berlin", 30),
                delivered("2026-12-31T22:59:59Z", "December in Berlin", 60));

        assertThat(statement.lines())
                .extracting(Statement.Line::outputId)
                .containsExactly("in, first second in Berlin", "in, last second in Berlin");
        assertThat(statement.totalLength()).isEqualTo(Duration.ofSeconds(90));
        // 250.00 + 45.00 and 250.00 + 90.00
        assertThat(statement.totalMinor()).contains(63_500L);
    }

    @ParameterizedTest
    @CsvSource({
        // per minute 90.00: 1.5 per second, a third of a cent is 0.0022… s
        "PT1M,34000",
        "PT1S,25150",
        "PT0.001S,25000",
        "PT0.003333333S,25000",
        "PT0.0033334S,25001",
        "PT0S,25000",
        "PT0.003333334S,25001"
    })
    void amount_ofALength_isRoundedHalfUp(Duration length, long minor) {
        assertThat(Contracts.lighthouse().terms().compensation().due(length)).contains(minor);
    }

    @Test
    void amount_whereNoneIsAgreedByRenderOrMinute_isLeftToTheAgreement() {
        var flat = new Compensation(
                "deal", Optional.of(Currency.getInstance("JPY")), Optional.empty(), Optional.empty(), Optional.of(5L));

        assertThat(flat.due(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void csv_isWhatTheRfcSays_andNoFormula() {
        var csv = StatementCsv.render(statement(
                delivered("2027-01-02T10:00:00Z", "=HYPERLINK(\"http://x\",1)", 90),
                delivered("2027-01-03T10:00:00Z", "@plain", 1)));

        assertThat(csv.split("\r\n"))
                .hasSize(4)
                .contains("2027-01-02T10:00:00Z,\"'=HYPERLINK(\"\"http://x\"\",1)\"," + USE
                        + ",90.000,385.00,EUR,00000000-0000-1111-0000-000000000001,1,2027-01-01,2027-01-31,"
                        + "Nordlicht Pictures GmbH,Zoë Nguyễn-Müller")
                .anyMatch(line -> line.contains(",'@plain,"))
                .anyMatch(line -> line.startsWith("total,,,91.000,636.50,EUR,"));
        assertThat(csv).startsWith("delivered_at,output,").endsWith("\r\n");
    }

    @Test
    void pdf_showsEveryLineAndTheSum_alwaysTheSame() throws IOException {
        var statement = statement(
                delivered("2027-01-02T10:00:00Z", "01J9ZK000001", 90),
                delivered("2027-01-03T10:00:00Z", "01J9ZK000002", 1));
        var pdf = StatementPdf.render(statement);

        assertThat(StatementPdf.render(statement)).isEqualTo(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("01J9ZK000001", "01J9ZK000002", "EUR 385.00", "EUR 251.50", "EUR 636.50")
                    .contains("1 January 2027 to 31 January 2027", "2027-01-02 11:00:00", "Zoë Nguyễn-Müller");
        }
    }

    @Test
    void period_withNothing_saysSo() throws IOException {
        try (var document = Loader.loadPDF(StatementPdf.render(statement()))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Nothing was delivered", "EUR 0.00");
        }
        assertThat(StatementCsv.render(statement())).contains("total,,,0.000,0.00,EUR");
    }

    @Test
    void period_thatEndsBeforeItBegins_isRefused() {
        assertThatThrownBy(() -> Statement.of(Contracts.lighthouse(), LAST, FIRST, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Statement statement(Delivered... delivered) {
        return Statement.of(Contracts.lighthouse(), FIRST, LAST, List.of(delivered));
    }

    private static Delivered delivered(String at, String output, int seconds) {
        return new Delivered(Instant.parse(at), output, USE, Duration.ofSeconds(seconds));
    }
}
