package studio.selfsame.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;

/** A textured scene that moves, and speech: small, and rich enough to bear a mark. */
final class SmallClip {
    private static final FrameRate RATE = new FrameRate(25, 1);
    private static final int SIDE = 320;
    private static final int SOUND_HZ = 32_000;
    private static final int SPEECH_BEGINS_S = 5;

    private SmallClip() {}

    static Path video(Path file, double seconds) {
        int[] texture = texture(2 * SIDE);
        try (MediaWriter writer = Media.alone()
                .createMp4(
                        file,
                        new Media.Picture(SIDE, SIDE, RATE, 0.8),
                        Optional.of(new Media.Sound(SOUND_HZ, 1, 96_000)))) {
            writer.write(samples(seconds));
            for (int index = 0; index < seconds * RATE.perSecond(); index++) {
                writer.write(frame(texture, index));
            }
            writer.finish();
        }
        return file;
    }

    static Path sound(Path file, double seconds) {
        try (MediaWriter writer = Media.alone().createSound(file, new Media.Sound(SOUND_HZ, 1, 96_000))) {
            writer.write(samples(seconds));
            writer.finish();
        }
        return file;
    }

    private static VideoFrame frame(int[] texture, int index) {
        byte[] luma = new byte[SIDE * SIDE];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) texture[(i / SIDE + index) * 2 * SIDE + i % SIDE + index / 2];
        }
        byte[] chroma = new byte[SIDE * SIDE / 4];
        Arrays.fill(chroma, (byte) 128);
        return new VideoFrame(SIDE, SIDE, RATE.timeUs(index), luma, chroma, chroma.clone());
    }

    /** Noise of 8 pixels, interpolated. */
    private static int[] texture(int side) {
        Random random = new Random(7);
        int coarse = side / 8 + 2;
        int[] grid = random.ints((long) coarse * coarse, 60, 190).toArray();
        int[] texture = new int[side * side];
        for (int i = 0; i < texture.length; i++) {
            int row = i / side;
            int column = i % side;
            int at = row / 8 * coarse + column / 8;
            int upper = grid[at] * (8 - column % 8) + grid[at + 1] * (column % 8);
            int lower = grid[at + coarse] * (8 - column % 8) + grid[at + coarse + 1] * (column % 8);
            texture[i] = (upper * (8 - row % 8) + lower * (row % 8)) / 64;
        }
        return texture;
    }

    private static AudioSamples samples(double seconds) {
        Path footage = DemoOptions.presenter(Launcher.PRODUCT).resolve("footage.mp4");
        try (MediaReader reader = Media.alone().open(footage)) {
            float[] all = reader.readAudio(SOUND_HZ, 1).orElseThrow().interleaved();
            int begin = SPEECH_BEGINS_S * SOUND_HZ;
            return new AudioSamples(SOUND_HZ, 1, Arrays.copyOfRange(all, begin, begin + (int) (seconds * SOUND_HZ)));
        }
    }
}
