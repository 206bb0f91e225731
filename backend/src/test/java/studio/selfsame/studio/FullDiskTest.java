package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.command.DemoCast;
import studio.selfsame.command.Journey;
import tools.jackson.databind.JsonNode;

/** Uploads larger than the room that is left on the disk. */
class FullDiskTest {
    private static final int TOO_MUCH = 40_000_000;

    @TempDir
    Path folder;

    @Test
    void footage_largerThanTheRoomLeft_isRefusedWholeAndFitsOnceThereIsRoom() throws Exception {
        DemoCast cast = WholeStudio.cast();
        Journey journey = WholeStudio.journey(cast);
        journey.verify(Clips.adasPortrait());
        Path large = Files.write(folder.resolve("large.mp4"), new byte[TOO_MUCH]);
        Path footage = Clips.ada(folder.resolve("ada.mp4"), 9);
        Path incoming = WholeStudio.home().resolve("objects/.incoming");
        long keysBefore = liveKeys();

        try (LittleRoom room = LittleRoom.in(incoming)) {
            JsonNode problem = Strict.refused(503, () -> cast.creator().upload("/api/enrolments", "footage", large));

            assertThat(room.kind()).isNotBlank();
            assertThat(problem.path("stage").asString()).isEqualTo("storage");
            assertThat(problem.path("cause").asString()).contains("disk is full");
            assertThat(Stored.files(incoming)).isEmpty();
            assertThat(cast.creator().get("/api/enrolments")).isEmpty();
            assertThat(rowsOnTheWay()).isZero();
            assertThat(liveKeys()).isEqualTo(keysBefore);
        }

        assertThat(journey.enrol(footage).report().path("usableFrames").asInt()).isPositive();
    }

    private static long rowsOnTheWay() {
        return WholeStudio.get()
                .room(JdbcClient.class)
                .sql("select count(*) from enrolment where state in ('receiving', 'analysing')")
                .query(Long.class)
                .single();
    }

    private static long liveKeys() throws IOException {
        return Stored.files(WholeStudio.home().resolve("keys")).stream()
                .filter(file -> file.toString().endsWith(".key"))
                .count();
    }
}
