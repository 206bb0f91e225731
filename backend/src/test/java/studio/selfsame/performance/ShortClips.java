package studio.selfsame.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;

/** Grey pictures with a hum, as long and as regular as is asked. */
final class ShortClips {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int RATE_HZ = 48_000;

    private ShortClips() {}

    static long[] even(int frames, int framesPerSecond) {
        return LongStream.range(0, frames)
                .map(i -> i * 1_000_000 / framesPerSecond)
                .toArray();
    }

    /** Thirty pictures a second, of which behind the first half every other one is missing. */
    static long[] uneven(int steps) {
        return IntStream.range(0, steps)
                .filter(i -> i < steps / 2 || i % 2 == 0)
                .mapToLong(i -> new FrameRate(30, 1).timeUs(i))
                .toArray();
    }

    /** @param amplitude of the hum, 0..1 */
    static byte[] mp4(long[] timesUs, double soundSeconds, double amplitude) throws IOException {
        Path file = Files.createTempFile("clip", ".mp4");
        try {
            Media.Picture picture = new Media.Picture(WIDTH, HEIGHT, new FrameRate(25, 1), 0.3);
            Media.Sound format = new Media.Sound(RATE_HZ, 1, 64_000);
            try (MediaWriter writer = Media.alone().createMp4(file, picture, Optional.of(format))) {
                for (long timeUs : timesUs) {
                    writer.write(grey(timeUs));
                }
                float[] hum = new float[(int) (soundSeconds * RATE_HZ)];
                for (int i = 0; i < hum.length; i++) {
                    hum[i] = (float) (amplitude * Math.sin(2 * Math.PI * 220 * i / RATE_HZ));
                }
                writer.write(new AudioSamples(RATE_HZ, 1, hum));
                writer.finish();
            }
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static VideoFrame grey(long timeUs) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        Arrays.fill(luma, (byte) (60 + timeUs / 100_000 % 100));
        byte[] chroma = new byte[WIDTH * HEIGHT / 4];
        Arrays.fill(chroma, (byte) 128);
        return new VideoFrame(WIDTH, HEIGHT, timeUs, luma, chroma, chroma.clone());
    }
}
