package studio.selfsame.command;

import java.nio.file.Path;
import java.util.Optional;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;

/** What the internet does to a file: half the size, encoded again at modest quality, metadata gone. */
final class HalfSize {
    private static final double MODEST = 0.45;
    private static final int BIT_RATE = 96_000;

    private HalfSize() {}

    static void copy(Media media, Path from, Path to) {
        try (MediaReader reader = media.open(from)) {
            var video = reader.probe().video().orElseThrow();
            Optional<AudioSamples> sound = reader.readAudio(48_000, 1);
            FrameRate rate = video.frameRate();
            // 4:2:0 needs even sizes.
            int width = video.widthPx() / 4 * 2;
            int height = video.heightPx() / 4 * 2;
            Media.Picture picture = new Media.Picture(width, height, rate, MODEST);
            try (MediaWriter writer =
                    media.createMp4(to, picture, sound.map(s -> new Media.Sound(48_000, 1, BIT_RATE)))) {
                for (Optional<VideoFrame> f = reader.nextFrame(); f.isPresent(); f = reader.nextFrame()) {
                    writer.write(half(f.get(), width, height));
                }
                sound.ifPresent(writer::write);
                writer.finish();
            }
        }
    }

    private static VideoFrame half(VideoFrame frame, int width, int height) {
        return new VideoFrame(
                width,
                height,
                frame.presentationTimeUs(),
                half(frame.y(), frame.widthPx(), width, height),
                half(frame.u(), frame.chromaWidthPx(), width / 2, height / 2),
                half(frame.v(), frame.chromaWidthPx(), width / 2, height / 2));
    }

    /** Mean of each 2×2 block. */
    private static byte[] half(byte[] plane, int stride, int width, int height) {
        byte[] small = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 2 * y * stride + 2 * x;
                int sum = (plane[at] & 0xff)
                        + (plane[at + 1] & 0xff)
                        + (plane[at + stride] & 0xff)
                        + (plane[at + stride + 1] & 0xff);
                small[y * width + x] = (byte) ((sum + 2) / 4);
            }
        }
        return small;
    }
}
