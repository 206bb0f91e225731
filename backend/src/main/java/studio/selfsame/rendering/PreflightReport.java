package studio.selfsame.rendering;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.selfsame.likeness.FrameOutcome;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.problem.ProblemException;

/**
 * What will come of a render, known before anything is drawn.
 *
 * @param drawnFrames frames in which the face is drawn; all others show the plate as it is
 * @param segments pieces that it is drawn in
 * @param reusableSegments of them, drawn before and still there
 * @param untouched passages that show the plate as it is, and why
 */
@Schema(name = "PreflightReport")
record PreflightReport(
        int frames,
        double seconds,
        int widthPx,
        int heightPx,
        double framesPerSecond,
        int drawnFrames,
        int segments,
        int reusableSegments,
        List<Passage> untouched) {
    PreflightReport {
        untouched = List.copyOf(untouched);
    }

    /**
     * @param outcome e.g. {@code covered}
     * @param text what is the matter, e.g. {@code 1.2 s from 0:05: something covers the mouth.}
     * @param consequence what becomes of it
     * @param advice what can be done about it; empty where nothing can
     */
    @Schema(name = "PreflightPassage")
    record Passage(
            String outcome,
            int firstFrame,
            int frames,
            double startSeconds,
            double seconds,
            String text,
            String consequence,
            String advice) {}

    static PreflightReport of(RenderPlan plan, MotionPlan motion, int reusableSegments) {
        int drawn = (int) motion.frames().stream()
                .filter(frame -> frame.outcome() == FrameOutcome.DRAWN)
                .count();
        return new PreflightReport(
                plan.frames(),
                plan.frameRate().timeUs(plan.frames()) / 1e6,
                plan.widthPx(),
                plan.heightPx(),
                plan.frameRate().perSecond(),
                drawn,
                plan.segments().size(),
                reusableSegments,
                passages(motion));
    }

    /** @throws ProblemException when not a single frame can be drawn */
    void requireSomething() {
        if (drawnFrames == 0) {
            throw ProblemException.unusable(
                    "rendering",
                    "No frame of it can be drawn. "
                            + untouched.stream().map(Passage::text).collect(Collectors.joining(" ")),
                    "Nothing was rendered.",
                    untouched.stream().map(Passage::advice).distinct().collect(Collectors.joining(" ")));
        }
    }

    private static List<Passage> passages(MotionPlan motion) {
        List<Passage> passages = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= motion.length(); i++) {
            FrameOutcome outcome = motion.frames().get(first).outcome();
            if (i == motion.length() || motion.frames().get(i).outcome() != outcome) {
                if (outcome != FrameOutcome.DRAWN) {
                    passages.add(passage(motion, outcome, first, i));
                }
                first = i;
            }
        }
        return passages;
    }

    private static Passage passage(MotionPlan motion, FrameOutcome outcome, int first, int end) {
        double start = motion.frameRate().timeUs(first) / 1e6;
        double seconds = motion.frameRate().timeUs(end) / 1e6 - start;
        int whole = (int) start;
        return new Passage(
                outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                first,
                end - first,
                start,
                seconds,
                String.format(Locale.ROOT, "%.1f s from %d:%02d: %s.", seconds, whole / 60, whole % 60, outcome.why()),
                "It passes through untouched.",
                sentence(outcome.advice()));
    }

    private static String sentence(String advice) {
        return advice.isEmpty() ? "" : Character.toUpperCase(advice.charAt(0)) + advice.substring(1) + ".";
    }
}
