package studio.selfsame.inspection.takedown;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;
import studio.selfsame.vault.DataKeyId;

/**
 * A claim as it stands; what its claimant wrote is sealed elsewhere.
 *
 * @param dataKey of what the claimant wrote and what was answered
 * @param fileKey of the file that came with it; null where none did
 * @param searchProblem why that could not be examined
 * @param overdueAt when the time was over and nothing could be held
 */
record TakedownCase(
        UUID id,
        String keySha256,
        DataKeyId dataKey,
        TakedownKind kind,
        Claimant claimant,
        State state,
        Search search,
        @Nullable DataKeyId fileKey,
        @Nullable Problem searchProblem,
        Instant receivedAt,
        Instant dueAt,
        @Nullable Instant overdueAt,
        @Nullable Instant decidedAt) {
    /** What the US Take It Down Act gives for intimate pictures; here for every claim. */
    static final Duration TIME = Duration.ofHours(48);
    /** How long before its end somebody is warned. */
    static final Duration WARNING = Duration.ofHours(12);

    enum State {
        @JsonProperty("open")
        OPEN,
        /** Nothing is decided, and what was found is not shown until then. */
        @JsonProperty("held")
        HELD,
        @JsonProperty("granted")
        GRANTED,
        @JsonProperty("refused")
        REFUSED;

        boolean isDecided() {
            return this == GRANTED || this == REFUSED;
        }
    }

    /** For what the file that came with the claim was made from, and for everything that shows and says the same. */
    enum Search {
        /** Neither a file came nor was an output named. */
        @JsonProperty("none")
        NONE,
        @JsonProperty("searching")
        SEARCHING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("failed")
        FAILED
    }
}
