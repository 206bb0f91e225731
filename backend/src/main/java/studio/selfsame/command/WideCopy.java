package studio.selfsame.command;

import java.nio.file.Path;
import java.util.Optional;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;

/** Re-encodes a clip in 16:9 at a common height: enlarged bilinearly, its edge pixels repeated to both sides. */
final class WideCopy {
    private static final double QUALITY = 0.8;
    private static final int BIT_RATE = 128_000;
    private static final int SOUND_HZ = 48_000;

    private WideCopy() {}

    /** @param untilUs how much of it */
    static void write(Media media, Path from, Path to, int heightPx, long untilUs) {
        int widthPx = heightPx * 16 / 9;
        try (MediaReader reader = media.open(from)) {
            var video = reader.probe().video().orElseThrow();
            var sound = reader.readAudio(SOUND_HZ, 1).map(all -> RenderBench.first(all, untilUs));
            var picture = new Media.Picture(widthPx, heightPx, video.frameRate(), QUALITY);
            try (MediaWriter writer =
                    media.createMp4(to, picture, sound.map(s -> new Media.Sound(SOUND_HZ, 1, BIT_RATE)))) {
                for (Optional<VideoFrame> f = reader.nextFrame();
                        f.isPresent() && f.get().presentationTimeUs() < untilUs;
                        f = reader.nextFrame()) {
                    writer.write(wide(f.get(), widthPx, heightPx));
                }
                sound.ifPresent(writer::write);
                writer.finish();
            }
        }
    }

    private static VideoFrame wide(VideoFrame frame, int width, int height) {
        return new VideoFrame(
                width,
                height,
                frame.presentationTimeUs(),
                wide(frame.y(), frame.widthPx(), frame.heightPx(), width, height),
                wide(frame.u(), frame.chromaWidthPx(), frame.chromaHeightPx(), width / 2, height / 2),
                wide(frame.v(), frame.chromaWidthPx(), frame.chromaHeightPx(), width / 2, height / 2));
    }

    private static byte[] wide(byte[] plane, int planeWidth, int planeHeight, int width, int height) {
        double step = (double) planeHeight / height;
        byte[] out = new byte[width * height];
        for (int x = 0; x < width; x++) {
            double px = Math.clamp((x + 0.5 - width / 2.0) * step + planeWidth / 2.0 - 0.5, 0, planeWidth - 1);
            int x0 = Math.min((int) px, planeWidth - 2);
            double fx = px - x0;
            for (int y = 0; y < height; y++) {
                double py = Math.clamp((y + 0.5) * step - 0.5, 0, planeHeight - 1);
                int y0 = Math.min((int) py, planeHeight - 2);
                int at = y0 * planeWidth + x0;
                double upper = (plane[at] & 0xff) * (1 - fx) + (plane[at + 1] & 0xff) * fx;
                double lower = (plane[at + planeWidth] & 0xff) * (1 - fx) + (plane[at + planeWidth + 1] & 0xff) * fx;
                out[y * width + x] = (byte) Math.round(upper + (py - y0) * (lower - upper));
            }
        }
        return out;
    }
}
