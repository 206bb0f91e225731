package studio.selfsame.media;

import java.nio.file.Path;
import java.util.Optional;

/** Moving pictures and a tone that tests make for themselves. */
final class TestPattern {
    static final FrameRate PAL = new FrameRate(25, 1);
    static final int RATE_HZ = 48_000;

    private TestPattern() {}

    /** A grey ramp that moves one pixel a frame, with the index as a row of eight black or white blocks on top. */
    static VideoFrame frame(int width, int height, int index, long timeUs) {
        byte[] y = new byte[width * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                boolean header = row < height / 4;
                int bit = index >> (column * 8 / width) & 1;
                y[row * width + column] =
                        (byte) (header ? (bit == 1 ? 220 : 30) : 40 + (column + row + 2 * index) % 160);
            }
        }
        byte[] u = new byte[((width + 1) / 2) * ((height + 1) / 2)];
        byte[] v = new byte[u.length];
        java.util.Arrays.fill(u, (byte) 110);
        java.util.Arrays.fill(v, (byte) 150);
        return new VideoFrame(width, height, timeUs, y, u, v);
    }

    /** The index that is written on top of a frame. */
    static int indexOf(VideoFrame frame) {
        int index = 0;
        int row = frame.heightPx() / 8;
        for (int bit = 0; bit < 8; bit++) {
            int column = (2 * bit + 1) * frame.widthPx() / 16;
            if ((frame.y()[row * frame.widthPx() + column] & 0xff) > 125) {
                index |= 1 << bit;
            }
        }
        return index;
    }

    /** 440 Hz at half scale. */
    static AudioSamples tone(double seconds, int channels) {
        float[] samples = new float[(int) (seconds * RATE_HZ) * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * (i / channels) / RATE_HZ));
        }
        return new AudioSamples(RATE_HZ, channels, samples);
    }

    /** Frames at 25 per second with one second of tone for each second of picture. */
    static Path write(Path file, int width, int height, int frames) {
        try (MediaWriter writer = new FfmpegMedia()
                .createMp4(
                        file,
                        new Media.Picture(width, height, PAL, 0.8),
                        Optional.of(new Media.Sound(RATE_HZ, 2, 128_000)))) {
            for (int i = 0; i < frames; i++) {
                writer.write(frame(width, height, i, PAL.timeUs(i)));
            }
            writer.write(tone(frames / 25.0, 2));
            writer.finish();
        }
        return file;
    }

    static double psnrDb(VideoFrame a, VideoFrame b) {
        double sum = 0;
        for (int i = 0; i < a.y().length; i++) {
            double d = (a.y()[i] & 0xff) - (b.y()[i] & 0xff);
            sum += d * d;
        }
        return 10 * Math.log10(255 * 255 / Math.max(1e-9, sum / a.y().length));
    }
}
