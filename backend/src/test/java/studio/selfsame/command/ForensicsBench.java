package studio.selfsame.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.inspection.forensics.ForensicsMeasure;
import studio.selfsame.inspection.forensics.ForensicsMeasure.Clip;
import studio.selfsame.inspection.forensics.ForensicsMeasure.Measured;
import studio.selfsame.inspection.forensics.Roc;
import studio.selfsame.inspection.forensics.RocChart;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well forensic signals tell faces drawn here from filmed ones: {@code ./selfsame bench forensics --footage DIR}. It stands
 * among the tests because it learns from whoever is in the clips, which the product itself cannot be made to do. What is drawn
 * lies in a temporary folder meanwhile, and goes.
 */
final class ForensicsBench implements Bench {
    private static final int STEPS = 60;
    private static final double QUALITY = 0.6;

    /** Files of the folder by the person they show. */
    private static final Map<String, List<String>> PEOPLE = new LinkedHashMap<>();

    static {
        PEOPLE.put("p1", List.of("grid_s1_3min.mp4", "grid_people/bbaf2n.mpg"));
        PEOPLE.put("p2", List.of("grid_people/id2_vcd_swwp2s.mpg", "grid_people/pwij3p.mpg"));
        List<String> others = List.of("brbk7n", "lbax4n", "lbbc2a", "lrwp9a", "lwbsza", "sbia1a", "sbwe5n", "swiz3n");
        for (int i = 0; i < others.size(); i++) {
            PEOPLE.put("p" + (i + 3), List.of("grid_people/" + others.get(i) + ".mpg"));
        }
        PEOPLE.put("p11", List.of("actor_kitchen_20s.mp4"));
        PEOPLE.put("p12", List.of("actor_outdoors_10s.mp4"));
    }

    public static void main(String[] arguments) throws IOException {
        BenchOptions options = BenchOptions.parse(List.of(arguments));
        if (options == null) {
            System.err.println("Usage: " + BenchOptions.FORM);
            System.exit(64);
        } else {
            System.exit(BenchCommand.tell(new ForensicsBench().run(options), options));
        }
    }

    @Override
    public String name() {
        return "forensics";
    }

    @Override
    public boolean divisible() {
        return true;
    }

    @Override
    public BenchReport run(BenchOptions options) throws IOException {
        Path scratch = Files.createTempDirectory("selfsame-forensics");
        try {
            List<Measured> all = new ArrayList<>();
            var measure = new ForensicsMeasure(scratch, options.quick() ? 0 : STEPS, QUALITY, System.err::println);
            for (Clip clip : clips(options.footage().orElse(Path.of("footage")), options)) {
                all.addAll(measure.measure(clip));
            }
            if (options.renders().isPresent()) {
                try (Stream<Path> files = Files.list(options.renders().get())) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".mp4"))
                            .sorted()
                            .toList()) {
                        all.add(measure.measureDrawn(file));
                    }
                }
            }
            List<Roc> rocs = Roc.all(all);
            if (options.out().isPresent()) {
                Path out = Files.createDirectories(options.out().get());
                RocChart.write(rocs, out.resolve("forensics-roc.svg"));
                Files.writeString(out.resolve("forensics.json"), references(rocs, all));
            }
            return new BenchReport("forensics", Machine.name(), List.of(), details(rocs, all));
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private static List<Clip> clips(Path folder, BenchOptions options) {
        List<Clip> clips = new ArrayList<>();
        PEOPLE.forEach((person, files) -> files.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .map(file ->
                        new Clip(person, file, file.getFileName().toString().startsWith("actor") ? 10 : 60))
                .filter(clip -> !options.quick() || clip.file().toString().endsWith(".mpg"))
                .forEach(clips::add));
        return clips.stream().limit(options.clips()).toList();
    }

    private static String references(List<Roc> rocs, List<Measured> all) {
        Map<String, Object> signals = new LinkedHashMap<>();
        for (Roc roc : rocs) {
            if (!Double.isNaN(roc.auc())) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("auc", round(roc.auc()));
                one.put("aucLow", round(roc.low()));
                one.put("aucHigh", round(roc.high()));
                one.put("filmed", Roc.quantiles(roc.filmed()));
                one.put("drawn", Roc.quantiles(roc.drawn()));
                signals.put(roc.kind(), one);
            }
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("clipsFilmed", all.stream().filter(one -> !one.drawn()).count());
        whole.put("clipsDrawn", all.stream().filter(Measured::drawn).count());
        whole.put("people", all.stream().map(Measured::person).distinct().count());
        whole.put("signals", signals);
        return new JsonMapper().writeValueAsString(whole) + "\n";
    }

    private static Map<String, Object> details(List<Roc> rocs, List<Measured> all) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("clips filmed", all.stream().filter(one -> !one.drawn()).count());
        details.put("clips drawn", all.stream().filter(Measured::drawn).count());
        details.put("people", all.stream().map(Measured::person).distinct().count());
        for (Roc roc : rocs) {
            details.put(
                    roc.kind() + ": AUC, 95 % interval",
                    Double.isNaN(roc.auc())
                            ? "too few people"
                            : round(roc.auc()) + ", " + round(roc.low()) + " to " + round(roc.high()));
            details.put(
                    roc.kind() + ": filmed / drawn clips, people",
                    roc.filmed().length + " / " + roc.drawn().length + ", " + roc.people());
            details.put(roc.kind() + ": median filmed / drawn", middle(roc.filmed()) + " / " + middle(roc.drawn()));
        }
        return details;
    }

    private static String middle(double[] sorted) {
        return sorted.length == 0 ? "none" : Double.toString(round(sorted[sorted.length / 2]));
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
