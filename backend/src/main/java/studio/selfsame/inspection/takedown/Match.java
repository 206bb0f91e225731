package studio.selfsame.inspection.takedown;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import studio.selfsame.inspection.InspectionReport;
import studio.selfsame.inspection.InspectionReport.Fingerprint;

/**
 * An output that a claim is about.
 *
 * @param sure the file that came with the claim shows what was sealed; without that the studio does nothing by itself
 * @param down this claim is why it is not shown
 */
@Schema(name = "TakedownMatch")
record Match(String outputId, FoundBy foundBy, boolean sure, boolean down) {
    static Match named(String outputId) {
        return new Match(outputId, FoundBy.NAMED, false, false);
    }

    /** Shows and says the same as one that was found. */
    static Match copy(String outputId, boolean sure) {
        return new Match(outputId, FoundBy.FINGERPRINT, sure, false);
    }

    /**
     * A mark can be copied to another file, and a manifest be written by anybody: they count as sure only where the
     * fingerprints do not speak against the mark, and speak for the credentials.
     */
    static Optional<Match> of(InspectionReport report) {
        InspectionReport.Record record = report.record();
        if (record.outputId() == null || record.foundBy() == null) {
            return Optional.empty();
        }
        FoundBy foundBy = FoundBy.valueOf(record.foundBy().name());
        boolean sure = foundBy == FoundBy.MARK
                ? report.fingerprint() != Fingerprint.DIFFERENT
                : report.fingerprint() == Fingerprint.SAME;
        return Optional.of(new Match(record.outputId(), foundBy, sure, false));
    }
}
