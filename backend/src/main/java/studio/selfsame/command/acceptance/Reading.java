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
 * @param seconds of processor time spent in the detector alone
 * @param hypotheses messages that it decoded, over all keys
 * @param tagTries how many of them it put to the tag
 */
record Reading(Detection detection, double seconds, long hypotheses, long tagTries) {
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
            long begun = CpuClock.nanos();
            detector.accept(luma, frames.timeUs());
            nanos += CpuClock.nanos() - begun;
        }
        long begun = CpuClock.nanos();
        Detection detection = detector.result();
        nanos += CpuClock.nanos() - begun;
        return new Reading(detection, nanos / 1e9, detector.hypotheses(), detector.tagTries());
    }

    static Reading sound(Path file, List<WatermarkKey> keys, Search search) throws IOException {
        return sound(Samples.read(file, SOUND_RATE_HZ), keys, search);
    }

    /** @param samples at {@value #SOUND_RATE_HZ} Hz */
    static Reading sound(float[] samples, List<WatermarkKey> keys, Search search) {
        long begun = CpuClock.nanos();
        SoundDetector detector = WatermarkDetector.create(keys, search).sound(new SoundFormat(SOUND_RATE_HZ, 1));
        for (int at = 0; at < samples.length && !detector.certain(); at += SOUND_RATE_HZ) {
            detector.accept(Arrays.copyOfRange(samples, at, Math.min(at + SOUND_RATE_HZ, samples.length)));
        }
        Detection detection = detector.result();
        double seconds = (CpuClock.nanos() - begun) / 1e9;
        return new Reading(detection, seconds, detector.hypotheses(), detector.tagTries());
    }
}
