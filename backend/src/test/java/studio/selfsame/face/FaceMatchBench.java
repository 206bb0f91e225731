package studio.selfsame.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.Stills;

/**
 * Prints how far apart faces of one person and of different people lie. Arguments: {@code PERSON=FILE} (a clip or a JPEG)
 * for each file; the figures in {@code docs/face-match.md} come from here.
 */
final class FaceMatchBench {
    private FaceMatchBench() {}

    public static void main(String[] arguments) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (var context = new AnnotationConfigApplicationContext("studio.selfsame.media");
                FaceTracker tracker = new MeshFaceTrackers().open()) {
            Media media = context.getBean(Media.class);
            for (String argument : arguments) {
                String[] parts = argument.split("=", 2);
                for (FaceEmbedding embedding : embeddings(tracker, media, Path.of(parts[1]))) {
                    samples.add(new Sample(parts[0], parts[1], embedding));
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        CalibratedFaceMatcher matcher = new CalibratedFaceMatcher();
        for (int i = 0; i < samples.size(); i++) {
            for (int k = i + 1; k < samples.size(); k++) {
                Sample a = samples.get(i);
                Sample b = samples.get(k);
                pairs.add(new Pair(a, b, matcher.match(a.embedding(), b.embedding())));
            }
        }
        print(
                "same person, same clip",
                pairs.stream().filter(p -> p.samePerson() && p.sameFile()).toList());
        print(
                "same person, other clip",
                pairs.stream().filter(p -> p.samePerson() && !p.sameFile()).toList());
        print("different people", pairs.stream().filter(p -> !p.samePerson()).toList());
        System.out.println("closest different people:");
        pairs.stream()
                .filter(p -> !p.samePerson())
                .collect(java.util.stream.Collectors.groupingBy(
                        p -> p.a().person() + " / " + p.b().person(),
                        java.util.stream.Collectors.maxBy(
                                Comparator.comparingDouble(p -> p.match().primaryCosine()))))
                .entrySet()
                .stream()
                .sorted(Comparator.comparingDouble(
                        e -> -e.getValue().orElseThrow().match().primaryCosine()))
                .limit(6)
                .forEach(e -> System.out.printf(
                        Locale.ROOT,
                        "  %-24s %.3f %.3f%n",
                        e.getKey(),
                        e.getValue().orElseThrow().match().primaryCosine(),
                        e.getValue().orElseThrow().match().secondCosine()));
    }

    private static List<FaceEmbedding> embeddings(FaceTracker tracker, Media media, Path file) throws IOException {
        if (file.toString().endsWith(".jpg")) {
            return tracker.detect(Stills.decode(Files.readAllBytes(file))).stream()
                    .map(DetectedFace::embedding)
                    .toList();
        }
        try (MediaReader reader = media.open(file)) {
            return tracker.track(reader, frame -> {}).tracks().stream()
                    .flatMap(track -> track.samples().stream())
                    .toList();
        }
    }

    private static void print(String name, List<Pair> pairs) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %6d pairs, accepted %6d",
                name,
                pairs.size(),
                pairs.stream().filter(p -> p.match().same()).count());
        quantiles("MobileFaceNet", pairs, p -> p.match().primaryCosine());
        quantiles("ResNet", pairs, p -> p.match().secondCosine());
        System.out.println();
    }

    private static void quantiles(String net, List<Pair> pairs, ToDoubleFunction<Pair> value) {
        double[] sorted = pairs.stream().mapToDouble(value).sorted().toArray();
        if (sorted.length > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "; %s min %.3f, 1 %% %.3f, median %.3f, 99 %% %.3f, max %.3f",
                    net,
                    sorted[0],
                    sorted[sorted.length / 100],
                    sorted[sorted.length / 2],
                    sorted[sorted.length - 1 - sorted.length / 100],
                    sorted[sorted.length - 1]);
        }
    }

    private record Sample(String person, String file, FaceEmbedding embedding) {}

    private record Pair(Sample a, Sample b, FaceMatch match) {
        boolean samePerson() {
            return a.person().equals(b.person());
        }

        boolean sameFile() {
            return a.file().equals(b.file());
        }
    }
}
