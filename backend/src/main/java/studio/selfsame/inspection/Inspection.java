package studio.selfsame.inspection;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;

/**
 * An inspection as anybody who knows its id may read it.
 *
 * @param progress while it goes on
 */
record Inspection(
        UUID id,
        State state,
        @Nullable Progress progress,
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

    /**
     * @param stage what is being done, in the user's words
     * @param fraction 0..1
     */
    @Schema(name = "InspectionProgress")
    record Progress(String stage, double fraction) {}

    Inspection at(Progress now) {
        return new Inspection(id, state, now, report, problem);
    }
}
