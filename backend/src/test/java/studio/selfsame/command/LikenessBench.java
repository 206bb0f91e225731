package studio.selfsame.command;

import static studio.selfsame.command.BenchReport.Gate.atLeast;
import static studio.selfsame.command.BenchReport.Gate.atMost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.likeness.LikenessMeasure;
import studio.selfsame.likeness.LikenessMeasure.Measured;
import studio.selfsame.likeness.LookMeasure;
import studio.selfsame.likeness.ProfileMeasure;
import studio.selfsame.likeness.Score;
import studio.selfsame.likeness.measure.Bars;

/**
 * How well a person is drawn whom the first part of a clip was learnt from: {@code ./selfsame bench likeness}. It stands
 * among the tests because it learns from whoever is in the clip, which the product itself cannot be made to do.
 */
final class LikenessBench implements Bench {
    private static final int STEPS = 500;
    private static final int QUICK_STEPS = 60;
    /** Two looks of the presenter: only when asked for. */
    private static final String LOOKS = "looks";

    /** What a step of each training profile costs: only when asked for. */
    private static final String PROFILES = "profiles";

    /** @param file below the folder of footage; empty: the project's own presenter */
    private record Clip(String name, String file, double learntSeconds, double heldSeconds) {}

    private static final List<Clip> CLIPS = List.of(
            new Clip("ada", "", 50, 12),
            new Clip("bo", "presenters/bo_footage.mp4", 58, 14),
            new Clip("grid", "grid_s1_3min.mp4", 150, 30),
            new Clip("kitchen", "actor_kitchen_20s.mp4", 14, 6),
            new Clip("outdoors", "actor_outdoors_10s.mp4", 7, 3));

    public static void main(String[] arguments) throws IOException {
        BenchOptions options = BenchOptions.parse(List.of(arguments));
        if (options == null) {
            System.err.println("Usage: " + BenchOptions.FORM);
            System.exit(64);
        } else {
            System.exit(BenchCommand.tell(new LikenessBench().run(options), options));
        }
    }

    @Override
    public String name() {
        return "likeness";
    }

    @Override
    public boolean divisible() {
        return true;
    }

    @Override
    public BenchReport run(BenchOptions options) throws IOException {
        Path kept = options.out().isPresent()
                ? Files.createDirectories(options.out().get())
                : Files.createTempDirectory("selfsame-bench");
        try {
            LikenessMeasure measure = new LikenessMeasure(kept, System.err::println);
            List<Measured> all = new ArrayList<>();
            for (Clip clip : CLIPS) {
                Path file = clip.file().isEmpty()
                        ? DemoOptions.presenter(DemoCommand.product()).resolve("footage.mp4")
                        : options.footage()
                                .map(folder -> folder.resolve(clip.file()))
                                .orElse(Path.of(clip.file()));
                boolean wanted = options.only().isEmpty() || options.only().contains(clip.name());
                if (wanted
                        && Files.exists(file)
                        && (!options.quick() || clip.file().isEmpty())) {
                    double learnt = options.quick() ? 12 : clip.learntSeconds();
                    double held = options.quick() ? 4 : clip.heldSeconds();
                    all.add(measure.measure(clip.name(), file, learnt, held, options.quick() ? QUICK_STEPS : STEPS));
                }
            }
            if (!all.isEmpty()) {
                chart(all, kept.resolve("chart.png"));
            }
            BenchReport report = report(all);
            if (options.only().contains(LOOKS)) {
                looks(kept, options.quick() ? QUICK_STEPS : STEPS, report);
            }
            if (options.only().contains(PROFILES)) {
                report.details().putAll(ProfileMeasure.measure());
            }
            return report;
        } finally {
            if (options.out().isEmpty()) {
                FileSystemUtils.deleteRecursively(kept);
            }
        }
    }

    /** How the autoencoder draws the studio look of what a webcam sees. */
    private static void looks(Path kept, int steps, BenchReport report) throws IOException {
        Path presenter = DemoOptions.presenter(DemoCommand.product()).resolve("footage.mp4");
        LookMeasure.Measured measured = new LookMeasure(presenter, kept, System.err::println).measure(steps);
        measured.scores()
                .forEach((way, score) -> report.details()
                        .put(
                                "looks, " + way + ": mouth dB / SSIM / GMSD",
                                figures(score.psnrDb(), score.ssim(), score.gmsd())));
        report.details().put("looks, training kept", measured.technique());
        report.details()
                .put(
                        "looks, held out in training: autoencoder / retrieval dB",
                        figures(
                                Objects.requireNonNull(measured.metrics().get("heldOutPsnrDb")),
                                Objects.requireNonNull(measured.metrics().get("retrievalPsnrDb"))));
    }

    private static void chart(List<Measured> all, Path png) throws IOException {
        Bars bars = new Bars();
        bars.panel("mouth crop, dB, from 15", 15, values(all, s -> s.mouth().psnrDb()));
        bars.panel(
                "lips' distance (LMD), px at a face 256 px high",
                0,
                values(all, s -> s.lips().lmdPx()));
        bars.write(png);
    }

    private static Map<String, Map<String, Double>> values(List<Measured> all, ToDoubleFunction<Score> of) {
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        for (Measured one : all) {
            Map<String, Double> ways = new LinkedHashMap<>();
            one.scores().forEach((way, score) -> ways.put(way, of.applyAsDouble(score)));
            values.put(one.clip(), ways);
        }
        return values;
    }

    private static BenchReport report(List<Measured> all) {
        List<BenchReport.Gate> gates = new ArrayList<>();
        Map<String, Object> details = new LinkedHashMap<>();
        for (Measured one : all) {
            gates.addAll(gates(one));
            one.scores().forEach((way, score) -> tell(one.clip() + ", " + way, score, details));
            one.seconds().forEach((what, s) -> details.put(one.clip() + ", " + what + ", s", round(s)));
            details.put(one.clip() + ", frames learnt from / held out", one.frames() + " / " + one.heldOut());
        }
        return new BenchReport("likeness", Machine.name(), gates, details);
    }

    private static List<BenchReport.Gate> gates(Measured one) {
        Score ours = Objects.requireNonNull(one.scores().get("landmarks"));
        Score retrieval = Objects.requireNonNull(one.scores().get("retrieval alone"));
        Score wrong = Objects.requireNonNull(one.scores().get("wrong landmarks"));
        String clip = one.clip() + ": ";
        List<BenchReport.Gate> gates = new ArrayList<>();
        double psnr = ours.mouth().psnrDb();
        gates.add(atLeast(clip + "mouth crop", psnr, "dB", one.clip().equals("grid") ? 30 : 28.5));
        gates.add(atLeast(
                clip + "mouth crop over retrieval alone",
                psnr - retrieval.mouth().psnrDb(),
                "dB",
                1));
        gates.add(atLeast(
                clip + "mouth crop over wrong drive", psnr - wrong.mouth().psnrDb(), "dB", 3));
        gates.add(atLeast(clip + "full frame", ours.whole().psnrDb(), "dB", 36));
        gates.add(atMost(clip + "LMD driven by landmarks", ours.lips().lmdPx(), "px", 2.5));
        gates.add(atLeast(clip + "mouth motion, drawn / real", ours.lips().motionRatio(), "times", 0.9));
        gates.add(atMost(clip + "mouth motion, drawn / real", ours.lips().motionRatio(), "times", 1.1));
        Score voice = one.scores().get("own voice");
        Score wrongVoice = one.scores().get("wrong voice");
        if (voice != null && wrongVoice != null) {
            gates.add(atMost(clip + "LMD driven by voice", voice.lips().lmdPx(), "px", 3.5));
            gates.add(atLeast(
                    clip + "LMD of another sentence's voice / own",
                    wrongVoice.lips().lmdPx() / voice.lips().lmdPx(),
                    "times",
                    1.15));
        }
        return gates;
    }

    private static void tell(String name, Score s, Map<String, Object> details) {
        details.put(
                name + ": mouth dB / SSIM / GMSD",
                figures(s.mouth().psnrDb(), s.mouth().ssim(), s.mouth().gmsd()));
        details.put(
                name + ": frame dB / SSIM",
                figures(s.whole().psnrDb(), s.whole().ssim()));
        details.put(
                name + ": LMD px / shape alone / motion / jitter",
                figures(
                        s.lips().lmdPx(),
                        s.lips().alignedLmdPx(),
                        s.lips().motionRatio(),
                        s.lips().jitterRatio()));
        details.put(name + ": identity / seam / fps", figures(s.identity(), s.seam(), s.framesPerSecond()));
    }

    private static String figures(double... values) {
        List<String> all = new ArrayList<>();
        for (double v : values) {
            all.add(Double.toString(round(v)));
        }
        return String.join(" / ", all);
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
