package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.selfsame.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.command.DemoCast;
import studio.selfsame.command.Journey;
import tools.jackson.databind.JsonNode;

/** A file at which the decoder's process dies, whatever the reason, costs a worker at most three times. */
class HostileMediaTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MOST_DEATHS = 3;

    @TempDir
    Path folder;

    @Test
    void footage_atWhichEveryWorkerDies_failsInPlainWordsAndTheStudioGoesOn() throws Exception {
        DemoCast cast = WholeStudio.cast();
        Journey journey = WholeStudio.journey(cast);
        journey.verify(Clips.adasPortrait());
        Path footage = Clips.ada(folder.resolve("ada.mp4"), 12);
        String id = cast.creator()
                .upload("/api/enrolments", "footage", footage)
                .path("id")
                .asString();

        for (int attempt = 1; attempt <= MOST_DEATHS; attempt++) {
            WorkerKill.inTheMiddleOf("enrolment.analyse", id, attempt);
        }

        JsonNode ended = Strict.reached(cast.creator(), "/api/enrolments/" + id, "failed", SOON);
        Strict.isWhole(ended.path("problem"));
        assertThat(ended.path("problem").path("stage").asString()).isEqualTo("enrolment");
        assertThat(ended.path("problem").path("cause").asString()).contains("stopped three times");
        assertThat(WorkerKill.deaths(id)).isEqualTo(MOST_DEATHS);
        eventually(SOON, () -> {
            assertThat(Stored.isDestroyed(Stored.keyOfEnrolment(id))).isTrue();
            assertThat(Stored.objects("enrolment", id)).isEmpty();
        });
        journey.enrol(Clips.ada(folder.resolve("short.mp4"), 9));
    }
}
