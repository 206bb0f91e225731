package studio.selfsame.watermark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a frame costs one core. Run as {@code docs/watermark.md} tells. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SpeedBenchmark {
    private static final int SCENES = 4;
    private static final long FRAME_US = 40_000;

    /** Height of the frame; its width is 16/9 of that. */
    @Param({"720", "1080", "2160"})
    int height;

    private byte[][] scenes;
    private byte[] luma;
    private PictureEmbedder embedder;
    private PictureFingerprinter fingerprinter;
    private PictureFormat format;
    private PictureDetector detector;
    private long timeUs;

    /** Frames that differ, so that nothing can be foreseen. */
    @Setup
    public void prepare() {
        int width = height * 16 / 9;
        format = PictureFormat.of(width, height);
        TestScene scene = new TestScene(width, height, 1);
        scenes = new byte[SCENES][];
        for (int i = 0; i < SCENES; i++) {
            scenes[i] = scene.frame(i);
        }
        luma = new byte[width * height];
        embedder =
                WatermarkEmbedder.create(TestKeys.key(1), TestKeys.payload(1)).picture(format);
        fingerprinter = PictureFingerprinter.create(format);
        detector = WatermarkDetector.create(List.of(TestKeys.key(2)), Search.COMMON)
                .picture(format);
    }

    private byte[] next() {
        timeUs += FRAME_US;
        byte[] scene = scenes[(int) (timeUs / FRAME_US % SCENES)];
        System.arraycopy(scene, 0, luma, 0, luma.length);
        return luma;
    }

    /** Marks one frame, a copy of the plane included. */
    @Benchmark
    public byte[] embed() {
        byte[] frame = next();
        embedder.mark(frame, timeUs);
        return frame;
    }

    /** Adds one frame to a fingerprint, a copy of the plane included. */
    @Benchmark
    public void fingerprint() {
        byte[] frame = next();
        if (timeUs > 600_000_000) {
            timeUs = FRAME_US;
            fingerprinter = PictureFingerprinter.create(format);
        }
        fingerprinter.accept(frame, timeUs);
    }

    /** Adds one frame to a detector, a copy of the plane included, without any search. */
    @Benchmark
    public void accumulate() {
        byte[] frame = next();
        detector.accept(frame, timeUs / FRAME_US);
    }
}
