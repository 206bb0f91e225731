package studio.selfsame.inspection.takedown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.selfsame.inspection.InspectionReport;
import studio.selfsame.inspection.InspectionReport.CredentialsState;
import studio.selfsame.inspection.InspectionReport.Fingerprint;
import studio.selfsame.inspection.InspectionReport.RecordState;
import studio.selfsame.inspection.InspectionReport.Verdict;

class MatchTest {
    private static final String ID = "0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "MARK, SAME, true",
        "MARK, UNKNOWN, true",
        "MARK, DIFFERENT, false",
        "CREDENTIALS, SAME, true",
        "CREDENTIALS, UNKNOWN, false",
        "CREDENTIALS, DIFFERENT, false",
        "FINGERPRINT, SAME, true",
    })
    void match_isSureOnlyWhereTheContentBearsItOut(InspectionReport.FoundBy by, Fingerprint fingerprint, boolean sure) {
        var record = new InspectionReport.Record(RecordState.IN_FORCE, ID, by);

        assertThat(Match.of(report(record, fingerprint)))
                .contains(new Match(ID, FoundBy.valueOf(by.name()), sure, false));
    }

    @Test
    void file_thatIsNotOurs_matchesNothing() {
        assertThat(Match.of(report(new InspectionReport.Record(RecordState.UNKNOWN, null, null), Fingerprint.UNKNOWN)))
                .isEmpty();
    }

    private static InspectionReport report(InspectionReport.Record record, Fingerprint fingerprint) {
        return new InspectionReport(
                Verdict.IN_FORCE,
                new InspectionReport.Watermark(false, null, false, false),
                new InspectionReport.Credentials(CredentialsState.ABSENT, List.of()),
                fingerprint,
                record,
                List.of("Found."),
                List.of(),
                List.of());
    }
}
