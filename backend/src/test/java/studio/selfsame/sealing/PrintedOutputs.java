package studio.selfsame.sealing;

import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.watermark.PictureFingerprinter;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.SoundFingerprint;
import studio.selfsame.watermark.SoundFingerprinter;
import studio.selfsame.watermark.SoundFormat;

/** Outputs on record without their files: rows, with the fingerprints of scenes that each seed has for its own. */
public record PrintedOutputs(JdbcClient jdbc) {
    private static final int SIZE_PX = 96;
    private static final int SECONDS = 5;
    private static final int RATE_HZ = 16_000;

    /** What this likeness is shown doing. */
    public String add(LikenessId likeness, PersonId requester, OutputPrints prints) {
        UUID render = UUID.randomUUID();
        String id = render.toString().replace("-", "").substring(16);
        jdbc.sql("""
                        insert into sealed_output (output_id, render_id, likeness_id, requester_id, file_bytes, file_sha256,
                            manifest_sha256, state, sealed_at) values (?, ?, ?, ?, 1, ?, ?, 'IN_FORCE', now())
                        """)
                .params(id, render, likeness.value(), requester.value(), "0".repeat(64), "0".repeat(64))
                .update();
        jdbc.sql("""
                        insert into output_disclosure (output_id, manifest_id, manifest, picture_print, sound_print, label,
                            language, authorization_id) values (?, ?, ?, ?, ?, 'AI', 'en', ?)
                        """)
                .param(id)
                .param("urn:c2pa:" + render)
                .param(new byte[0])
                .param(prints.picture().bytes())
                .param(prints.sound().map(SoundFingerprint::bytes).orElse(null))
                .param(render)
                .update();
        return id;
    }

    /** Blocks of light that come and go, and a murmur. */
    public static OutputPrints scene(long seed) {
        return new OutputPrints(picture(seed).finish(), Optional.of(sound(seed, 0.25)));
    }

    /** The same picture with nothing to be heard. */
    public static OutputPrints muteScene(long seed) {
        return new OutputPrints(picture(seed).finish(), Optional.of(sound(seed, 0)));
    }

    /** The picture of one and the sound of the other. */
    public static OutputPrints dubbed(long seed, long soundSeed) {
        return new OutputPrints(picture(seed).finish(), Optional.of(sound(soundSeed, 0.25)));
    }

    private static PictureFingerprinter picture(long seed) {
        Random random = new Random(seed);
        double[] speeds = random.doubles(36, 0.5, 3).toArray();
        PictureFingerprinter printer = PictureFingerprinter.create(PictureFormat.of(SIZE_PX, SIZE_PX));
        for (int frame = 0; frame < 25 * SECONDS; frame++) {
            byte[] luma = new byte[SIZE_PX * SIZE_PX];
            for (int i = 0; i < luma.length; i++) {
                int block = i / SIZE_PX / 16 * 6 + i % SIZE_PX / 16;
                luma[i] = (byte) (126 + 80 * Math.sin(speeds[block] * frame / 5 + block));
            }
            printer.accept(luma, frame * 40_000L);
        }
        return printer;
    }

    /** That of a scene, going on for longer. */
    static SoundFingerprint murmur(long seed, int seconds) {
        return sound(seed, 0.25, seconds);
    }

    private static SoundFingerprint sound(long seed, double loudness) {
        return sound(seed, loudness, SECONDS);
    }

    private static SoundFingerprint sound(long seed, double loudness, int seconds) {
        Random random = new Random(seed);
        SoundFingerprinter printer = SoundFingerprinter.create(new SoundFormat(RATE_HZ, 1));
        float[] samples = new float[seconds * RATE_HZ];
        double smooth = 0;
        for (int i = 0; i < samples.length; i++) {
            double syllables = 0.55 + 0.45 * Math.sin(2 * Math.PI * 4 * i / RATE_HZ);
            smooth = 0.6 * smooth + 0.4 * random.nextGaussian();
            samples[i] = (float) Math.clamp(loudness * syllables * smooth, -1, 1);
        }
        printer.accept(samples);
        return printer.finish();
    }
}
