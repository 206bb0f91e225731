package studio.selfsame.inspection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import studio.selfsame.inspection.InspectionReport.Fingerprint;
import studio.selfsame.sealing.OutputDisclosures;
import studio.selfsame.sealing.OutputSounds;
import studio.selfsame.sealing.OutputSounds.Among;
import studio.selfsame.work.WorkMonitor;

/**
 * Finds the output that a file without a mark was made from. Only one whose sound and picture both agree: an output's picture
 * alone may be that of the recording it was drawn over, and its sound alone that of a recording of the person's own voice.
 */
@Component
class PrintSearch {
    private static final Duration BUDGET = Duration.ofMinutes(1);

    private final OutputSounds sounds;
    private final OutputDisclosures disclosures;

    PrintSearch(OutputSounds sounds, OutputDisclosures disclosures) {
        this.sounds = sounds;
        this.disclosures = disclosures;
    }

    /**
     * @param outputId that it was made from
     * @param complete false when there were more outputs than could be compared in time
     */
    record Result(Optional<String> outputId, boolean complete) {}

    Result search(Marks marks, WorkMonitor monitor) {
        if (marks.soundPrint().isEmpty() || marks.picturePrint().isEmpty()) {
            return new Result(Optional.empty(), true);
        }
        monitor.progress("comparing with what was made here", 0.9, Map.of());
        long end = System.nanoTime() + BUDGET.toNanos();
        BooleanSupplier goOn = () -> {
            monitor.checkCancelled();
            return System.nanoTime() <= end;
        };
        List<String> found = new ArrayList<>();
        boolean complete = sounds.same(marks.soundPrint().get(), Among.ALL, goOn, output -> {
            if (looksLike(output, marks)) {
                found.add(output);
            }
            return found.isEmpty();
        });
        return new Result(found.stream().findFirst(), complete);
    }

    private boolean looksLike(String outputId, Marks marks) {
        return disclosures
                .prints(outputId)
                .filter(kept -> Comparison.of(kept, marks).picture() == Fingerprint.SAME)
                .isPresent();
    }
}
