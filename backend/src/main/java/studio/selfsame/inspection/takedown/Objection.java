package studio.selfsame.inspection.takedown;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/** Somebody whom an output concerns says that a case should not keep it down; what they wrote is sealed elsewhere. */
record Objection(UUID id, String outputId, By by, Instant receivedAt) {
    /** What they have to do with the output. Who is both counts as the person shown. */
    enum By {
        @JsonProperty("person-shown")
        PERSON_SHOWN,
        @JsonProperty("maker")
        MAKER
    }
}
