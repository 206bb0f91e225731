package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import studio.selfsame.watermark.Detection;
import studio.selfsame.watermark.PictureDetector;
import studio.selfsame.watermark.PictureFormat;
import studio.selfsame.watermark.Search;
import studio.selfsame.watermark.SoundDetector;
import studio.selfsame.watermark.SoundFormat;
import studio.selfsame.watermark.WatermarkDetector;
import studio.selfsame.watermark.WatermarkKey;

/**
 * What a detector made of a file.
 *
 * @param seconds spent in the detector alone
 */
record Reading(Detection detection, double seconds) {
    /** The rate the product itself listens at. */
    static final int SOUND_RATE_HZ = 16_000;

    static Reading picture(Path file, List<WatermarkKey> keys, Search search) throws IOException {
        try (GrayFrames frames = new GrayFrames(file)) {
            return picture(frames, keys, search);
        }
    }

    /** Reads no more frames than the detector needs. */
    static Reading picture(GrayFrames frames, List<WatermarkKey> keys, Search search) throws IOException {
        long nanos = 0;
        PictureDetector detector =
                WatermarkDetector.create(keys, search).picture(PictureFormat.of(frames.widthPx(), frames.heightPx()));
        byte[] luma = new byte[frames.widthPx() * frames.heightPx()];
        while (!detector.certain() && frames.next(luma)) {
            long begun = System.nanoTime();
            detector.accept(luma, frames.timeUs());
            nanos += System.nanoTime() - begun;
        }
        long begun = System.nanoTime();
        Detection detection = detector.result();
        nanos += System.nanoTime() - begun;
        return new Reading(detection, nanos / 1e9);
    }

    static Reading sound(Path file, List<WatermarkKey> keys, Search search) throws IOException {
        return sound(Samples.read(file, SOUND_RATE_HZ), keys, search);
    }

    /** @param samples at {@value #SOUND_RATE_HZ} Hz */
    static Reading sound(float[] samples, List<WatermarkKey> keys, Search search) {
        long begun = System.nanoTime();
        SoundDetector detector = WatermarkDetector.create(keys, search).sound(new SoundFormat(SOUND_RATE_HZ, 1));
        for (int at = 0; at < samples.length && !detector.certain(); at += SOUND_RATE_HZ) {
            detector.accept(Arrays.copyOfRange(samples, at, Math.min(at + SOUND_RATE_HZ, samples.length)));
        }
        Detection detection = detector.result();
        return new Reading(detection, (System.nanoTime() - begun) / 1e9);
    }
}
