package studio.selfsame.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.selfsame.Eventually.eventually;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.command.DemoCast;
import tools.jackson.databind.JsonNode;

/** What cannot or may not become a likeness is refused at the right stage, in plain words, and nothing of it is kept. */
class RefusalsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static DemoCast cast;

    @BeforeAll
    static void verifyAda() {
        cast = WholeStudio.cast();
        WholeStudio.journey(cast).verify(Clips.adasPortrait());
    }

    @Test
    void portrait_withoutAFace_isUnusable() throws Exception {
        Path wall = folder.resolve("wall.png");
        ImageIO.write(new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB), "png", wall.toFile());
        String id = cast.stranger()
                .upload("/api/verifications", "portrait", wall)
                .path("id")
                .asString();

        JsonNode ended = Strict.reached(cast.stranger(), "/api/verifications/" + id, "unusable", SOON);

        Strict.isWhole(ended.path("problem"));
        assertThat(ended.path("problem").path("stage").asString()).isEqualTo("verification");
        assertThat(ended.path("problem").path("cause").asString()).containsIgnoringCase("face");
        eventually(SOON, () -> assertThat(Stored.objects("verification", id)).isEmpty());
        Strict.refused(403, () -> cast.stranger().upload("/api/enrolments", "footage", wall));
    }

    @Test
    void footage_cutShort_isRefused() throws Exception {
        byte[] whole = Files.readAllBytes(Clips.ada(folder.resolve("whole.mp4"), 9));
        Path half = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(refused(half, "enrolment")).contains("cut short");
    }

    @Test
    void footage_garbage_isRefused() throws Exception {
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);

        assertThat(refused(Files.write(folder.resolve("noise.mp4"), noise), "enrolment"))
                .contains("not a video");
    }

    @Test
    void footage_text_isRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("letter.mp4"), "Dear all, this is not a film.\n".repeat(200));

        assertThat(refused(text, "enrolment")).contains("not a video");
    }

    @Test
    void footage_soundOnly_isRefused() throws Exception {
        Path sound = folder.resolve("sound.wav");
        AudioFormat format = new AudioFormat(16_000, 16, 1, true, false);
        byte[] silence = new byte[16_000 * 2 * 9];
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(silence), format, silence.length / 2),
                AudioFileFormat.Type.WAVE,
                sound.toFile());

        assertThat(refused(sound, "enrolment")).contains("no moving picture");
    }

    @Test
    void footage_ofTwoPeopleOneAfterTheOther_isRefused() throws Exception {
        Path both = Clips.joined(
                folder.resolve("both.mp4"),
                new Clips.Part(Clips.resource(folder, "ada_4s.mp4"), 6),
                new Clips.Part(Clips.resource(Files.createTempDirectory(folder, "two"), "bo_2s.mp4"), 4));

        assertThat(refused(both, "enrolment")).contains("0:06");
    }

    @Test
    void footage_ofSomebodyElse_isRefused() throws Exception {
        Path bo = Clips.joined(folder.resolve("bo.mp4"), new Clips.Part(Clips.resource(folder, "bo_2s.mp4"), 9));

        assertThat(refused(bo, "enrolment")).contains("portrait");
    }

    @Test
    void enrolment_ofSomebodyElse_isNotShown() throws Exception {
        String id = cast.creator()
                .upload("/api/enrolments", "footage", Files.writeString(folder.resolve("a.mp4"), "a"))
                .path("id")
                .asString();

        Strict.refused(404, () -> cast.stranger().get("/api/enrolments/" + id));
        Strict.refused(401, () -> cast.anybody().get("/api/enrolments/" + id));
        assertThat(cast.stranger().get("/api/enrolments")).isEmpty();
        Strict.reached(cast.creator(), "/api/enrolments/" + id, "refused", SOON);
    }

    /** Ada hands it in; returns why it was refused. */
    private static String refused(Path footage, String stage) throws Exception {
        String id = cast.creator()
                .upload("/api/enrolments", "footage", footage)
                .path("id")
                .asString();
        JsonNode ended = Strict.reached(cast.creator(), "/api/enrolments/" + id, "refused", SOON);
        Strict.isWhole(ended.path("problem"));
        assertThat(ended.path("problem").path("stage").asString()).isEqualTo(stage);
        // the answer comes first, the erasure right after it
        eventually(SOON, () -> {
            assertThat(Stored.isDestroyed(Stored.keyOfEnrolment(id))).isTrue();
            assertThat(Stored.objects("enrolment", id)).isEmpty();
        });
        Strict.refused(
                403,
                () -> cast.creator()
                        .post(
                                "/api/likenesses/" + ended.path("likenessId").asString() + "/training",
                                Map.of("enrolmentId", id)));
        return ended.path("problem").path("cause").asString();
    }
}
