package studio.selfsame.rendering;

import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.likeness.FaceAnimator;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.likeness.ModelProvenance;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.performance.Performance;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.performance.Performances;
import studio.selfsame.problem.ProblemException;

/** Decides every frame of a performance without drawing one. Only in a worker. */
@Component
class MotionPlanning {
    private final Performances performances;
    private final Likenesses likenesses;
    private final DrawnSegments drawn;

    MotionPlanning(Performances performances, Likenesses likenesses, DrawnSegments drawn) {
        this.performances = performances;
        this.likenesses = likenesses;
        this.drawn = drawn;
    }

    /** @throws ProblemException when the performance cannot be read, or no frame of it can be drawn */
    PlannedMotion plan(RenderId id, PerformanceId performanceId, LikenessId likeness, Authorization authorization)
            throws IOException {
        Performance performance = performances.load(performanceId).orElseThrow(MotionPlanning::unreadable);
        MotionPlan motion;
        RenderPlan plan;
        try (FaceAnimator animator = likenesses.open(likeness, authorization, performance.material())) {
            motion = animator.plan(performance.drive());
            plan = RenderPlan.cut(id, animator.widthPx(), animator.heightPx(), motion);
        }
        ModelProvenance model = likenesses.provenanceOf(likeness);
        List<String> addresses = plan.segments().stream()
                .map(segment -> SegmentAddress.of(model, performance.material(), plan, motion, segment))
                .toList();
        PreflightReport report = PreflightReport.of(plan, motion, reusable(likeness, addresses));
        report.requireSomething();
        return new PlannedMotion(plan, motion, report);
    }

    private int reusable(LikenessId likeness, List<String> addresses) {
        List<String> known = drawn.known(likeness, addresses);
        return (int) addresses.stream().filter(known::contains).count();
    }

    static ProblemException unreadable() {
        return ProblemException.unusable(
                "rendering",
                "The performance cannot be read any more.",
                "Nothing was rendered.",
                "Prepare it again and render that.");
    }
}
