package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import studio.selfsame.audit.AuditCheckpoint;
import studio.selfsame.audit.AuditTrail;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.performance.PerformanceKind;
import studio.selfsame.sealing.c2pa.CoseAlgorithm;
import studio.selfsame.sealing.c2pa.CredentialsReader;
import studio.selfsame.sealing.c2pa.ManifestDraft;
import studio.selfsame.sealing.c2pa.Trust;
import studio.selfsame.watermark.WatermarkKey;

/** A sealed file to be measured: at each second the picture flashes and something clicks, in a scene with somebody speaking. */
public final class SealedClip {
    public static final int WIDTH = 480;
    public static final int HEIGHT = 272;
    public static final int SECONDS = 8;
    public static final int FPS = 25;
    public static final int SOUND_HZ = 48_000;
    private static final FrameRate RATE = new FrameRate(FPS, 1);
    private static final int FLASH_FRAMES = 2;
    /** So short that loudness (EBU R 128) counts the speech between clicks, too: it leaves out what is 10 LU below the whole. */
    private static final int CLICK_SAMPLES = SOUND_HZ / 500;

    private static final float CLICK = 0.9f;
    private static final float SPEECH = 0.4f;
    static final Grounds GROUNDS = new Grounds(
            new AuditTrail.Entry(0, "0".repeat(64)), new AuditCheckpoint(1, "0".repeat(64), ""), Optional.empty());

    private SealedClip() {}

    /** Writes it as {@code sealed.mp4} into an empty folder; the sound as it was before. */
    public static AudioSamples seal(Path folder) throws Exception {
        Path keys = Files.createTempDirectory(folder, "keys");
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        var identity = new OwnAuthority(new KeyFolder(keys), Clock.systemUTC(), Optional.empty(), CoseAlgorithm.ES256)
                .openOrMake();
        var credentials = new ContentCredentials(
                new CredentialsReader(Trust.of(Set.of(identity.root()))),
                new StaticListableBeanFactory().getBeanProvider(Clock.class));
        AudioSamples sound = new AudioSamples(SOUND_HZ, 1, sound());
        SealedFile file = new FileSealing(
                        Media.alone(), new MarkKeys(List.of(WatermarkKey.generate("k"))), identity, credentials)
                .seal(material(SECONDS, sound), SealedClip::claims, scratch, new SealingRoom.Unwatched());
        assertThat(file.found().faults()).isEmpty();
        Files.move(file.file(), folder.resolve("sealed.mp4"));
        return sound;
    }

    /** Four seconds of its pictures alone, whatever comes of it. */
    static SealedFile brief(FileSealing sealing, Path scratch) throws Exception {
        var silence = new AudioSamples(SOUND_HZ, 1, new float[0]);
        return sealing.seal(material(SECONDS / 2, silence), SealedClip::claims, scratch, new SealingRoom.Unwatched());
    }

    private static Undisclosed material(int seconds, AudioSamples sound) {
        return new Undisclosed(
                WIDTH,
                HEIGHT,
                RATE,
                seconds * FPS,
                sink -> {
                    for (int i = 0; i < seconds * FPS; i++) {
                        sink.accept(picture(i));
                    }
                },
                sound,
                new Declared(Disclosure.GENERATED, Locale.ENGLISH, GROUNDS, RenderManifest.PRODUCT));
    }

    private static ManifestDraft claims(String outputId) {
        var draft = new ManifestDraft(outputId + ".mp4", "Sample", "1", new SecureRandom());
        new RenderActions(PerformanceKind.SCRIPT, true, outputId, Optional.empty())
                .addTo(draft, Map.of("name", "Sample"), Clock.systemUTC().instant());
        draft.add(RenderManifest.CONSENT, Map.of("outputId", outputId));
        return draft;
    }

    /** Whether picture or sound is struck at this second. */
    private static boolean strikes(int second) {
        return second > 0;
    }

    private static VideoFrame picture(int index) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        Random grain = new Random(index);
        boolean flash = strikes(index / FPS) && index % FPS < FLASH_FRAMES;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double wave = Math.sin((x + 0.7 * index) / 23.0) * Math.cos((y - 0.4 * index) / 31.0);
                luma[y * WIDTH + x] = (byte) ((flash ? 190 : 100) + 40 * wave + grain.nextInt(7));
            }
        }
        byte[] plane = new byte[WIDTH / 2 * HEIGHT / 2];
        Arrays.fill(plane, (byte) 128);
        return new VideoFrame(WIDTH, HEIGHT, RATE.timeUs(index), luma, plane, plane.clone());
    }

    private static float[] sound() {
        float[] samples = new float[SECONDS * SOUND_HZ];
        try (MediaReader reader = Media.alone().open(Path.of("presenters/ada/footage.mp4"))) {
            float[] speech = reader.readAudio(SOUND_HZ, 1).orElseThrow().interleaved();
            for (int i = 0; i < samples.length; i++) {
                int inside = i % SOUND_HZ;
                boolean click = strikes(i / SOUND_HZ) && inside < CLICK_SAMPLES;
                samples[i] = click
                        ? (float) (CLICK * Math.sin(2 * Math.PI * 2 * inside / CLICK_SAMPLES))
                        : SPEECH * speech[i];
            }
        }
        return samples;
    }
}
