package studio.selfsame.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.RgbImage;
import studio.selfsame.media.SoundReader;
import studio.selfsame.media.Stills;
import studio.selfsame.media.VideoFrame;

/** The test clips, and readers over frames made from them. */
final class Footage {
    private Footage() {}

    static MediaReader open(String name) {
        try (var context = new AnnotationConfigApplicationContext("studio.selfsame.media")) {
            return context.getBean(Media.class)
                    .open(Path.of(Objects.requireNonNull(Footage.class.getResource("/footage/" + name))
                            .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static RgbImage still(String name) {
        try (InputStream in = Footage.class.getResourceAsStream("/footage/" + name)) {
            return Stills.decode(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<VideoFrame> frames(String name, int count) {
        List<VideoFrame> frames = new ArrayList<>();
        try (MediaReader reader = open(name)) {
            while (frames.size() < count) {
                frames.add(reader.nextFrame().orElseThrow());
            }
        }
        return frames;
    }

    static VideoFrame sideBySide(VideoFrame left, VideoFrame right) {
        return new VideoFrame(
                left.widthPx() + right.widthPx(),
                left.heightPx(),
                left.presentationTimeUs(),
                join(left.y(), left.widthPx(), right.y(), right.widthPx()),
                join(left.u(), left.chromaWidthPx(), right.u(), right.chromaWidthPx()),
                join(left.v(), left.chromaWidthPx(), right.v(), right.chromaWidthPx()));
    }

    private static byte[] join(byte[] left, int leftWidth, byte[] right, int rightWidth) {
        byte[] both = new byte[left.length + right.length];
        int width = leftWidth + rightWidth;
        for (int row = 0; row < left.length / leftWidth; row++) {
            System.arraycopy(left, row * leftWidth, both, row * width, leftWidth);
            System.arraycopy(right, row * rightWidth, both, row * width + leftWidth, rightWidth);
        }
        return both;
    }

    /** Gives these frames, at 25 per second whatever times they carry. */
    static MediaReader reader(List<VideoFrame> frames) {
        return new MediaReader() {
            private int next;

            @Override
            public MediaProbe probe() {
                throw new AssertionError("nobody asks for this here");
            }

            @Override
            public Optional<VideoFrame> nextFrame() {
                if (next == frames.size()) {
                    return Optional.empty();
                }
                VideoFrame f = frames.get(next);
                return Optional.of(new VideoFrame(f.widthPx(), f.heightPx(), 40_000L * next++, f.y(), f.u(), f.v()));
            }

            @Override
            public void seek(long presentationTimeUs) {
                next = (int) (presentationTimeUs / 40_000);
            }

            @Override
            public Optional<AudioSamples> readAudio(int sampleRateHz, int channels) {
                return Optional.empty();
            }

            @Override
            public Optional<SoundReader> sound(int sampleRateHz, int channels) {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }
}
