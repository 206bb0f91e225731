package studio.selfsame.inspection;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import studio.selfsame.enrolment.FootageScreen;
import studio.selfsame.inspection.child.Evidence;
import studio.selfsame.inspection.child.Examiner;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.sealing.ReadingKit;
import studio.selfsame.work.WorkMonitor;

/**
 * Refuses as footage what was made by AI, here or elsewhere, as far as the file itself tells: by its Content Credentials, by
 * this studio's mark, or by looking and sounding like one of its outputs. Stops at the first of the three.
 */
@Component
class OwnMaterialScreen implements FootageScreen {
    private static final String ANOTHER = "Bring another video of yourself, straight from a camera.";

    private final Examiner examiner;
    private final PrintSearch prints;

    OwnMaterialScreen(ReadingKit kit, InspectionSettings settings, PrintSearch prints) {
        this.examiner = new Examiner(kit, settings.limits());
        this.prints = prints;
    }

    @Override
    public List<Objection> screen(Source file, Duration longest, WorkMonitor monitor) throws IOException {
        Evidence evidence = examiner.screen(file::open, longest, new Anonymous(monitor));
        return objection(evidence, monitor).stream().toList();
    }

    private Optional<Objection> objection(Evidence evidence, WorkMonitor monitor) {
        Set<String> generated = evidence.generated();
        if (!generated.isEmpty()) {
            return Optional.of(
                    new Objection(
                            "made-by-ai",
                            "The file's Content Credentials say that it, or something it was made from, was made or altered by AI (`"
                                    + String.join("`, `", generated) + "`).",
                            ANOTHER
                                    + " If you cut it with a program that added something made by AI, export it without that."));
        }
        Marks found = Marks.of(evidence);
        if (found.any().isPresent()) {
            return Optional.of(new Objection(
                    "made-here",
                    "The video was made by AI in this studio: it carries the studio's invisible mark.",
                    ANOTHER));
        }
        if (evidence.unreadable().isPresent()) {
            Problem why = evidence.unreadable().get();
            throw ProblemException.unusable("enrolment", why.cause(), "Nothing of it was kept.", why.remedy());
        }
        return prints.search(found, monitor)
                .outputId()
                .map(output -> new Objection(
                        "copy-of-output",
                        "The video looks and sounds like one that was made in this studio.",
                        ANOTHER));
    }

    /** Of what is looked for, whoever waits is told no more than that it is. */
    private record Anonymous(WorkMonitor monitor) implements WorkMonitor {
        @Override
        public void progress(String stage, double fraction, Map<String, Double> figures) {
            monitor.progress("checking where it comes from", 0, Map.of());
        }

        @Override
        public void checkCancelled() {
            monitor.checkCancelled();
        }
    }
}
