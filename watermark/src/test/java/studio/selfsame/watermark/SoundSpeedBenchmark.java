package studio.selfsame.watermark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What ten seconds of sound cost one core. Run as {@code docs/watermark.md} tells. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SoundSpeedBenchmark {
    private static final SoundFormat FORMAT = new SoundFormat(48_000, 1);

    private float[] voice;
    private float[] marked;

    /** Ten seconds of voice, plain and marked. */
    @Setup
    public void prepare() {
        voice = TestVoice.speak(10, FORMAT.sampleRateHz(), 1);
        marked = embed();
    }

    /** Marks them; the last moments, which wait for more, are lost. */
    @Benchmark
    public float[] embed() {
        SoundEmbedder embedder =
                WatermarkEmbedder.create(TestKeys.key(1), TestKeys.payload(1)).sound(FORMAT);
        float[] head = embedder.mark(voice);
        embedder.finish();
        return head;
    }

    /** Reads the mark. */
    @Benchmark
    public Detection detect() {
        SoundDetector detector = WatermarkDetector.create(List.of(TestKeys.key(1)), Search.COMMON)
                .sound(FORMAT);
        detector.accept(marked);
        return detector.result();
    }

    /** Takes the fingerprint. */
    @Benchmark
    public SoundFingerprint fingerprint() {
        SoundFingerprinter fingerprinter = SoundFingerprinter.create(FORMAT);
        fingerprinter.accept(marked);
        return fingerprinter.finish();
    }
}
