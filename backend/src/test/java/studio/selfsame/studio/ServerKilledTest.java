package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.selfsame.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.command.Journey;
import studio.selfsame.command.Journey.Enrolled;
import studio.selfsame.command.StudioClient;
import tools.jackson.databind.JsonNode;

/** The server's process itself is killed: nothing keeps running without it, and the next start goes on with the work. */
@Order(1)
class ServerKilledTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration TRAINED = Duration.ofMinutes(3);

    @TempDir
    static Path folder;

    @Test
    void kill_inTheMiddleOfATraining_goesOnAfterTheNextStart() throws Exception {
        Path footage = Clips.ada(folder.resolve("ada.mp4"), 9);
        try (StudioProcess studio = new StudioProcess(folder.resolve("home"))) {
            StudioClient person = studio.account("operator");
            Journey journey = new Journey(person, studio.account("referee"));
            journey.verify(Clips.adasPortrait());
            Enrolled enrolled = journey.enrol(footage);
            journey.consent(enrolled);
            String likeness = "/api/likenesses/" + enrolled.likenessId();
            person.post(
                    likeness + "/training",
                    Map.of("enrolmentId", enrolled.enrolmentId(), "settings", Map.of("steps", 10)));
            String work = "/api/work/" + enrolled.likenessId();
            eventually(SOON, () -> assertThat(person.get(work)).anyMatch(ServerKilledTest::isInTheMiddle));
            JsonNode begun = person.get(work).get(0);

            studio.kill();
            studio.awaitNoProcess();
            studio.startAgain();

            StudioClient again = studio.account("operator");
            JsonNode ready = Strict.reached(again, likeness, "ready", TRAINED);
            assertThat(ready.path("enrolmentId").asString()).isEqualTo(enrolled.enrolmentId());
            assertThat(again.get(work)).hasSize(1);
            assertThat(again.get(work).get(0).path("id")).isEqualTo(begun.path("id"));
            assertThat(again.get("/api/me").path("verification").path("state").asString())
                    .isEqualTo("approved");
        }
    }

    private static boolean isInTheMiddle(JsonNode work) {
        return work.path("state").asString().equals("running")
                && work.path("fraction").asDouble() > 0;
    }
}
