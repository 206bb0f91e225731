package studio.selfsame.inspection;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;

/** An inspection as anybody who knows its id may read it. */
record Inspection(
        UUID id,
        State state,
        @Nullable InspectionReport report,
        @Nullable Problem problem) {
    enum State {
        @JsonProperty("inspecting")
        INSPECTING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("failed")
        FAILED
    }
}
