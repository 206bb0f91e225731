package studio.selfsame.inspection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.selfsame.inspection.InspectionReport.Fingerprint;
import studio.selfsame.sealing.OutputDisclosures;
import studio.selfsame.sealing.OutputDisclosures.SoundOf;
import studio.selfsame.watermark.Likeness;
import studio.selfsame.watermark.SoundFingerprint;
import studio.selfsame.work.WorkMonitor;

/**
 * Finds the output that a file without a mark was made from. Only one whose sound and picture both agree: an output's picture
 * alone may be that of the recording it was drawn over, and its sound alone that of a recording of the person's own voice.
 */
@Component
class PrintSearch {
    private static final int AT_ONCE = 200;
    private static final Duration BUDGET = Duration.ofMinutes(1);

    private final OutputDisclosures disclosures;

    PrintSearch(OutputDisclosures disclosures) {
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
        SoundFingerprint heard = marks.soundPrint().get();
        long end = System.nanoTime() + BUDGET.toNanos();
        String after = "";
        for (List<SoundOf> some = disclosures.soundsAfter(after, AT_ONCE);
                !some.isEmpty();
                some = disclosures.soundsAfter(after, AT_ONCE)) {
            for (SoundOf sealed : some) {
                monitor.checkCancelled();
                if (System.nanoTime() > end) {
                    return new Result(Optional.empty(), false);
                }
                if (sealed.sound().compare(heard) instanceof Likeness.Same && looksLike(sealed.outputId(), marks)) {
                    return new Result(Optional.of(sealed.outputId()), true);
                }
            }
            after = some.getLast().outputId();
        }
        return new Result(Optional.empty(), true);
    }

    private boolean looksLike(String outputId, Marks marks) {
        return disclosures
                .prints(outputId)
                .filter(kept -> Comparison.of(kept, marks).picture() == Fingerprint.SAME)
                .isPresent();
    }
}
