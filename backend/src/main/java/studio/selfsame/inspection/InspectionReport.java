package studio.selfsame.inspection;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.selfsame.inspection.forensics.Signal;

/**
 * What this studio can say of a file. It never says that a file is genuine: no mark only means that no mark was found.
 *
 * @param findings in plain words, the most important first; at least one
 * @param changes what was changed since it was sealed, as far as that can be known, in plain words; none are known of a
 *     file that was not made here
 * @param signals figures of the face shown, which are weak and prove nothing; none where marks, credentials or record say what
 *     the file is, or where no face was found
 */
public record InspectionReport(
        Verdict verdict,
        Watermark watermark,
        Credentials credentials,
        Fingerprint fingerprint,
        Record record,
        List<String> findings,
        List<String> changes,
        List<Signal> signals) {
    /** Reports of before fingerprints, changes and signals were told lack them. */
    public InspectionReport {
        fingerprint = Objects.requireNonNullElse(fingerprint, Fingerprint.UNKNOWN);
        changes = Objects.requireNonNullElse(changes, List.of());
        signals = Objects.requireNonNullElse(signals, List.of());
    }

    InspectionReport withSignals(List<Signal> measured) {
        return new InspectionReport(verdict, watermark, credentials, fingerprint, record, findings, changes, measured);
    }

    public enum Verdict {
        /** Made here, and consent is in force. */
        @JsonProperty("in-force")
        IN_FORCE,
        /** Nothing shows that it was made here. */
        @JsonProperty("not-ours")
        NOT_OURS,
        /** Made here, and consent was withdrawn or the output taken down. */
        @JsonProperty("withdrawn")
        WITHDRAWN,
        /** Made here, and changed since, or put together from several files. */
        @JsonProperty("altered")
        ALTERED,
        /** A mark of this studio is there, on content that it was not made for. */
        @JsonProperty("mismatch")
        MISMATCH
    }

    /** What is seen and heard, compared with what was sealed. */
    public enum Fingerprint {
        /** There is nothing to compare it with, or too little to compare. */
        @JsonProperty("unknown")
        UNKNOWN,
        @JsonProperty("same")
        SAME,
        @JsonProperty("different")
        DIFFERENT
    }

    /**
     * @param found in picture or sound
     * @param outputId 16 hex digits, when found
     */
    public record Watermark(boolean found, @Nullable String outputId, boolean picture, boolean sound) {}

    /** @param failures status codes of C2PA, e.g. {@code assertion.bmffHash.mismatch} */
    public record Credentials(CredentialsState state, List<String> failures) {}

    public enum CredentialsState {
        @JsonProperty("valid")
        VALID,
        @JsonProperty("invalid")
        INVALID,
        @JsonProperty("absent")
        ABSENT
    }

    /**
     * @param outputId of what it was made from, 16 hex digits, where one is on record
     * @param foundBy how that was told; the mark counts before the credentials, and these before the fingerprint
     */
    public record Record(
            RecordState state,
            @Nullable String outputId,
            @Nullable FoundBy foundBy) {}

    public enum FoundBy {
        @JsonProperty("mark")
        MARK,
        @JsonProperty("credentials")
        CREDENTIALS,
        @JsonProperty("fingerprint")
        FINGERPRINT
    }

    public enum RecordState {
        @JsonProperty("in-force")
        IN_FORCE,
        @JsonProperty("withdrawn")
        WITHDRAWN,
        @JsonProperty("taken-down")
        TAKEN_DOWN,
        /** No output of that id was ever delivered, or no id is known. */
        @JsonProperty("unknown")
        UNKNOWN
    }
}
