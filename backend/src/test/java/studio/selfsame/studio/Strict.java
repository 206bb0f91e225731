package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import studio.selfsame.Eventually;
import studio.selfsame.command.StudioClient;
import studio.selfsame.command.StudioClient.Refusal;
import tools.jackson.databind.JsonNode;

/** What every refusal of the studio owes to the person it happens to. */
final class Strict {
    private static final List<String> PARTS = List.of("stage", "cause", "consequence", "remedy");

    private Strict() {}

    /** Waits until the thing is in that state and returns it. */
    static JsonNode reached(StudioClient client, String path, String state, Duration within) {
        JsonNode[] last = new JsonNode[1];
        Eventually.eventually(within, () -> {
            last[0] = client.get(path);
            assertThat(last[0].path("state").asString()).as("%s", last[0]).isEqualTo(state);
        });
        return last[0];
    }

    /** The call is answered with this status and a whole problem, which is returned. */
    static JsonNode refused(int status, Runnable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call::run);
        assertThat(refusal).as("an answer of " + status).isNotNull();
        assertThat(refusal.status()).as(refusal.getMessage()).isEqualTo(status);
        isWhole(refusal.problem());
        return refusal.problem();
    }

    /** Stage, cause, consequence and remedy, in words and not in Java's. */
    static void isWhole(JsonNode problem) {
        for (String part : PARTS) {
            assertThat(problem.path(part).asString(""))
                    .as("%s of %s", part, problem)
                    .isNotBlank();
        }
        assertThat(problem.toString()).doesNotContain("Exception").doesNotContain("java.");
    }
}
