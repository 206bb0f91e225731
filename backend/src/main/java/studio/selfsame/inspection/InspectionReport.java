package studio.selfsame.inspection;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this studio can say of a file. It never says that a file is genuine: no mark only means that no mark was found.
 *
 * @param findings in plain words, the most important first; at least one
 */
public record InspectionReport(
        Verdict verdict, Watermark watermark, Credentials credentials, Record record, List<String> findings) {
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
        ALTERED
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

    public record Record(RecordState state) {}

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
