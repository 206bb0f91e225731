package studio.selfsame.inspection.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.sealing.ReadingKit;
import studio.selfsame.sealing.TestKit;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkEmbedder;

/** Sound without a picture. */
class SoundFilesTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), Duration.ofSeconds(120), 512, 4096);
    private static final int RATE_HZ = 16_000;
    private static final int SECONDS = 12;

    @TempDir
    Path folder;

    private final ReadingKit kit = TestKit.open();

    @Test
    void mark_inASoundFile_isFound_andThatThereIsNoPictureIsSaid() throws IOException {
        float[] sound = rustling();
        var embedder = WatermarkEmbedder.create(kit.markKeys().getFirst(), Payload.ofHex("00112233aabbccdd"))
                .sound(new SoundFormat(RATE_HZ, 1));
        float[] begun = embedder.mark(sound);
        float[] rest = embedder.finish();
        float[] marked = Arrays.copyOf(begun, begun.length + rest.length);
        System.arraycopy(rest, 0, marked, begun.length, rest.length);

        for (String ending : new String[] {"wav", "m4a"}) {
            Path file = folder.resolve("sound." + ending);
            try (MediaWriter writer = Media.alone().createSound(file, new Media.Sound(RATE_HZ, 1, 64_000))) {
                writer.write(new AudioSamples(RATE_HZ, 1, marked));
                writer.finish();
            }

            Evidence evidence = new Examiner(kit, LIMITS)
                    .examine(() -> Files.newByteChannel(file), Instant.EPOCH, new HostileFilesTest.Unwatched());

            assertThat(evidence.sound().flatMap(Evidence.Heard::id))
                    .as(ending)
                    .isEqualTo(Optional.of("00112233aabbccdd"));
            assertThat(evidence.picture()).isEmpty();
            assertThat(evidence.mediaProblem()).isEmpty();
            assertThat(evidence.remarks()).containsExactly("There is no picture to look at.");
        }
    }

    /** Noise that swells and fades four times a second, as speech does. */
    private static float[] rustling() {
        Random random = new Random(5);
        float[] sound = new float[SECONDS * RATE_HZ];
        double smooth = 0;
        for (int i = 0; i < sound.length; i++) {
            double syllables = 0.55 + 0.45 * Math.sin(2 * Math.PI * 4 * i / RATE_HZ);
            smooth = 0.6 * smooth + 0.4 * random.nextGaussian();
            sound[i] = (float) Math.clamp(0.25 * syllables * smooth, -1, 1);
        }
        return sound;
    }
}
