package studio.selfsame.enrolment;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import studio.selfsame.face.FaceTracker;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;

/** What clips of one person show of what a likeness needs, and what is wrong with their frames: what thresholds rest on. */
final class CoverageMeasure {
    private CoverageMeasure() {}

    /** @param files clips, each of one person alone */
    public static void main(String[] files) throws Exception {
        try (var context = new AnnotationConfigApplicationContext("studio.selfsame.media");
                FaceTracker tracker = FaceTrackers.alone().open()) {
            Media media = context.getBean(Media.class);
            for (String file : files) {
                try (MediaReader reader = media.open(Path.of(file))) {
                    Clip clip = Clip.of(reader.probe(), reader.probe().video().orElseThrow());
                    print(Path.of(file).getFileName().toString(), clip, tracker.track(reader, frame -> {}));
                }
            }
        }
    }

    private static void print(String name, Clip clip, FaceTracking tracking) {
        FootageQuality quality = FootageQuality.of(
                clip, tracking.frameCount(), List.of(new ShotMatch.Seen(tracking.tracks(), List.of())), 64);
        System.out.printf("%s: %d of %d frames usable%n", name, quality.usableFrames(), tracking.frameCount());
        quality.spans().forEach(span -> System.out.println("  " + span.text()));
        Coverage coverage = FootageCoverage.of(clip, quality.usable());
        for (Coverage.Part part : coverage.parts()) {
            for (Coverage.Measure measure : part.measures()) {
                System.out.printf(
                        Locale.ROOT, "  %-12s %6.1f of %.0f%n", measure.code(), measure.have(), measure.enough());
            }
        }
        coverage.poses().cells().stream()
                .filter(cell -> cell.seconds() > 0)
                .forEach(cell -> System.out.printf(Locale.ROOT, "  %-36s %5.1f s%n", cell.label(), cell.seconds()));
    }
}
