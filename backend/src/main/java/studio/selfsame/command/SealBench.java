package studio.selfsame.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.media.Media;
import studio.selfsame.sealing.SealTrial;

/**
 * Sealing beside a plain decode and encode of the same clip by the same encoder in the same run: by turns, medians of each,
 * of a clip of forty seconds and, as a detail, of one of ten, in which what is done once for a file weighs more. Then how fast large files are signed and validated, and whether memory grows with a clip's length. {@code --quick} seals less
 * of less.
 */
final class SealBench implements Bench {
    private static final double MOST_TIMES_TRANSCODE = 1.5;
    private static final double LEAST_MEBIBYTES_A_SECOND = 500;
    private static final double MOST_TIMES_MEMORY = 1.1;
    private static final int BRIEF = 4;
    private static final int LONG = 10 * BRIEF;
    private static final int ROOM_BYTES = 65_536;

    @Override
    public String name() {
        return "seal";
    }

    @Override
    public BenchReport run(BenchOptions options) throws Exception {
        Path folder = Files.createTempDirectory("selfsame-bench");
        List<BenchReport.Gate> gates = new ArrayList<>();
        Map<String, Object> details = new LinkedHashMap<>();
        try (SealTrial trial = SealTrial.open(Media.alone())) {
            for (int height : List.of(720, 1080)) {
                String size = height + "p";
                if (options.quick()) {
                    new Beside(size, trial, clip(folder, height, BRIEF), 1).judge(gates, details);
                } else {
                    new Beside(size, trial, clip(folder, height, LONG), 3).judge(gates, details);
                    new Beside(size + " of 10 s", trial, clip(folder, height, 10), 3).tell(details);
                }
            }
            large(trial, folder, options.quick() ? 1L << 30 : 5L << 30, gates, details);
            memory(folder, options.quick() ? 360 : 720, gates, details);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        return new BenchReport(name(), Machine.name(), List.copyOf(gates), details);
    }

    private static Path clip(Path folder, int heightPx, int seconds) {
        Path whole = DemoOptions.presenter(DemoCommand.product()).resolve("footage.mp4");
        Path clip = folder.resolve(heightPx + "-" + seconds + ".mp4");
        WideCopy.write(Media.alone(), whole, clip, heightPx, seconds * 1_000_000L);
        return clip;
    }

    /** Many costs of two ways to treat one clip. */
    private static final class Beside {
        private final String name;
        private final int frames;
        private final List<Cost> plain = new ArrayList<>();
        private final List<Cost> sealed = new ArrayList<>();

        /** @param rounds after one that warms up */
        Beside(String name, SealTrial trial, Path file, int rounds) throws Exception {
            this.name = name;
            SealTrial.Clip clip = trial.clip(file);
            this.frames = clip.frames();
            for (int round = 0; round <= rounds; round++) {
                System.err.printf("  %s, round %d of %d …%n", name, round, rounds);
                Cost transcoding = Cost.of(() -> trial.transcode(clip));
                Cost sealing = Cost.of(() -> trial.seal(clip));
                if (round > 0) {
                    plain.add(transcoding);
                    sealed.add(sealing);
                }
            }
        }

        void judge(List<BenchReport.Gate> gates, Map<String, Object> details) {
            gates.add(BenchReport.Gate.atMost(
                    name + ", sealing / plain transcode by time", times(Cost::seconds), "times", MOST_TIMES_TRANSCODE));
            gates.add(BenchReport.Gate.atMost(
                    name + ", sealing / plain transcode by processor time",
                    times(Cost::cpuSeconds),
                    "times",
                    MOST_TIMES_TRANSCODE));
            details.put(name + ", pictures", frames);
            tell(details, "plain transcode", plain);
            tell(details, "sealing", sealed);
        }

        void tell(Map<String, Object> details) {
            details.put(name + ", sealing / plain transcode by time", hundredths(times(Cost::seconds)));
            details.put(name + ", sealing / plain transcode by processor time", hundredths(times(Cost::cpuSeconds)));
        }

        private double times(ToDoubleFunction<Cost> figure) {
            return median(sealed, figure) / median(plain, figure);
        }

        private void tell(Map<String, Object> details, String what, List<Cost> costs) {
            details.put(name + ", " + what + ", fps", tenths(frames / median(costs, Cost::seconds)));
            details.put(
                    name + ", " + what + ", processor ms a picture",
                    tenths(1000 * median(costs, Cost::cpuSeconds) / frames));
        }
    }

    /** As the studio's own encoder leaves it, and as others do: without room for a manifest. */
    private static void large(
            SealTrial trial, Path folder, long bytes, List<BenchReport.Gate> gates, Map<String, Object> details)
            throws IOException, GeneralSecurityException {
        System.err.println("  a large file …");
        double mebibytes = bytes / 1048576.0;
        Path ours = BigFile.write(folder.resolve("ours.mp4"), bytes, ROOM_BYTES);
        // As a file is that was encoded a moment ago, it is in the system's cache.
        try (InputStream in = Files.newInputStream(ours)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        Cost signing = Cost.of(() -> trial.sign(ours));
        Cost validating = Cost.of(() -> trial.validate(ours));
        Files.delete(ours);
        Path others = BigFile.write(folder.resolve("others.mp4"), bytes, 0);
        Cost moving = Cost.of(() -> trial.sign(others));
        trial.validate(others);
        Files.delete(others);
        gates.add(BenchReport.Gate.atLeast(
                "hashing and writing, by processor time",
                mebibytes / signing.cpuSeconds(),
                "MiB/s",
                LEAST_MEBIBYTES_A_SECOND));
        gates.add(BenchReport.Gate.atLeast(
                "hashing, by processor time", mebibytes / validating.cpuSeconds(), "MiB/s", LEAST_MEBIBYTES_A_SECOND));
        details.put("large file, MiB", Math.round(mebibytes));
        details.put("hashing and writing, MiB/s by time", tenths(mebibytes / signing.seconds()));
        details.put("hashing, MiB/s by time", tenths(mebibytes / validating.seconds()));
        details.put("file that must be copied, MiB/s by processor time", tenths(mebibytes / moving.cpuSeconds()));
        details.put("file that must be copied, MiB/s by time", tenths(mebibytes / moving.seconds()));
    }

    private static void memory(Path folder, int heightPx, List<BenchReport.Gate> gates, Map<String, Object> details)
            throws IOException {
        System.err.println("  memory …");
        long less = SealMemory.mebibytes(clip(folder, heightPx, BRIEF), folder);
        long more = SealMemory.mebibytes(clip(folder, heightPx, LONG), folder);
        gates.add(BenchReport.Gate.atMost(
                "memory of a clip ten times as long", (double) more / less, "times", MOST_TIMES_MEMORY));
        details.put("memory of a process that seals " + BRIEF + " s of " + heightPx + "p, MiB", less);
        details.put("memory of a process that seals " + LONG + " s of " + heightPx + "p, MiB", more);
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        return costs.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double tenths(double value) {
        return Math.round(10 * value) / 10.0;
    }

    private static double hundredths(double value) {
        return Math.round(100 * value) / 100.0;
    }
}
