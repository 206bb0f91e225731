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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
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

    /** The frame with as much of its edge's colour added at both sides. */
    static VideoFrame widened(VideoFrame frame, int byPx) {
        return window(frame, -byPx, frame.widthPx() + 2 * byPx);
    }

    /** The part from this column on; beyond the picture its edge goes on. All numbers even. */
    static VideoFrame window(VideoFrame frame, int leftPx, int widthPx) {
        return new VideoFrame(
                widthPx,
                frame.heightPx(),
                frame.presentationTimeUs(),
                window(frame.y(), frame.widthPx(), leftPx, widthPx),
                window(frame.u(), frame.chromaWidthPx(), leftPx / 2, widthPx / 2),
                window(frame.v(), frame.chromaWidthPx(), leftPx / 2, widthPx / 2));
    }

    private static byte[] window(byte[] plane, int planeWidth, int left, int width) {
        byte[] part = new byte[plane.length / planeWidth * width];
        for (int i = 0; i < part.length; i++) {
            part[i] = plane[i / width * planeWidth + Math.clamp(left + i % width, 0, planeWidth - 1)];
        }
        return part;
    }

    static VideoFrame mix(VideoFrame a, VideoFrame b, double share) {
        return new VideoFrame(
                a.widthPx(),
                a.heightPx(),
                a.presentationTimeUs(),
                mix(a.y(), b.y(), share),
                mix(a.u(), b.u(), share),
                mix(a.v(), b.v(), share));
    }

    private static byte[] mix(byte[] a, byte[] b, double share) {
        byte[] mixed = new byte[a.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (byte) Math.round((1 - share) * (a[i] & 0xff) + share * (b[i] & 0xff));
        }
        return mixed;
    }

    /** Pastes the oval of the other frame's head, whose frame would begin at this column. */
    static VideoFrame headOver(VideoFrame below, VideoFrame head, int leftPx) {
        byte[] y = below.y().clone();
        byte[] u = below.u().clone();
        byte[] v = below.v().clone();
        for (int row = 0; row < head.heightPx(); row++) {
            for (int column = 0; column < head.widthPx(); column++) {
                int to = leftPx + column;
                double across = (column - 0.5 * head.widthPx()) / (0.2 * head.widthPx());
                double down = (row - 0.45 * head.heightPx()) / (0.32 * head.heightPx());
                if (to >= 0 && to < below.widthPx() && across * across + down * down < 1) {
                    y[row * below.widthPx() + to] = head.y()[row * head.widthPx() + column];
                    int at = row / 2 * below.chromaWidthPx() + to / 2;
                    int from = row / 2 * head.chromaWidthPx() + column / 2;
                    u[at] = head.u()[from];
                    v[at] = head.v()[from];
                }
            }
        }
        return new VideoFrame(below.widthPx(), below.heightPx(), below.presentationTimeUs(), y, u, v);
    }

    /** A skin-coloured patch with the dark lines between fingers where Ada's mouth and chin are. */
    static VideoFrame withHandOverMouth(VideoFrame frame) {
        byte[] y = frame.y().clone();
        for (int row = 255; row < 345; row++) {
            for (int column = 190; column < 335; column++) {
                y[row * frame.widthPx() + column] = (byte) ((row - 255) % 24 < 3 ? 90 : 150);
            }
        }
        return new VideoFrame(frame.widthPx(), frame.heightPx(), frame.presentationTimeUs(), y, frame.u(), frame.v());
    }

    /** Grey frames, counted as they are read. */
    static MediaReader endless(int frames, AtomicInteger read) {
        return new FrameReader(i -> {
            read.incrementAndGet();
            return i < frames ? Optional.of(grey(i)) : Optional.empty();
        });
    }

    /** Fails on the fifth frame. */
    static MediaReader failing(RuntimeException reason) {
        return new FrameReader(i -> {
            if (i == 4) {
                throw reason;
            }
            return Optional.of(grey(i));
        });
    }

    private static VideoFrame grey(int index) {
        return new VideoFrame(64, 64, 40_000L * index, new byte[64 * 64], new byte[32 * 32], new byte[32 * 32]);
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
        return new FrameReader(i -> {
            if (i == frames.size()) {
                return Optional.empty();
            }
            VideoFrame f = frames.get(i);
            return Optional.of(new VideoFrame(f.widthPx(), f.heightPx(), 40_000L * i, f.y(), f.u(), f.v()));
        });
    }

    private static final class FrameReader implements MediaReader {
        private final IntFunction<Optional<VideoFrame>> frames;
        private int next;

        FrameReader(IntFunction<Optional<VideoFrame>> frames) {
            this.frames = frames;
        }

        @Override
        public MediaProbe probe() {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public Optional<VideoFrame> nextFrame() {
            return frames.apply(next++);
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
    }
}
