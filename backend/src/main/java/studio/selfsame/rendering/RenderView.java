package studio.selfsame.rendering;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;
import studio.selfsame.work.WorkStatus;

/** A render as its requester sees it. */
@Schema(name = "Render")
record RenderView(
        UUID id,
        UUID performanceId,
        UUID likenessId,
        @Nullable UUID releaseUseId,

        @Schema(allowableValues = {"rendering", "sealing", "sealed", "failed", "cancelled", "refused"})
        String state,

        Segments segments,
        int frames,
        int widthPx,
        int heightPx,
        double framesPerSecond,
        List<RenderPlan.Sample> samples,
        @Nullable PreflightReport preflight,
        List<String> permittedBy,
        String stage,
        double fraction,
        @Nullable String outputId,
        @Nullable Problem problem) {
    /** Drawing is most of the time, sealing the rest; only a figure for the progress bar. */
    private static final double DRAWING_SHARE = 0.6;

    /** @param reused of those done, drawn before and used again */
    record Segments(int total, int done, int reused) {}

    static RenderView of(RenderJob job, List<WorkStatus> work) {
        RenderPlan plan = job.plan();
        int total = plan == null ? 0 : plan.segments().size();
        return new RenderView(
                job.id().value(),
                job.performance().value(),
                job.likeness().value(),
                job.under().map(under -> under.use().value()).orElse(null),
                job.state().name().toLowerCase(Locale.ROOT),
                new Segments(total, job.segmentsDone(), job.segmentsReused()),
                plan == null ? 0 : plan.frames(),
                plan == null ? 0 : plan.widthPx(),
                plan == null ? 0 : plan.heightPx(),
                plan == null ? 0 : plan.frameRate().perSecond(),
                plan == null ? List.of() : plan.samples(),
                job.preflight(),
                job.permittedBy(),
                stage(job, work),
                fraction(job, total, work),
                job.outputId(),
                job.problem());
    }

    private static String stage(RenderJob job, List<WorkStatus> work) {
        return work.stream()
                .filter(status -> status.state() == WorkStatus.State.RUNNING)
                .map(WorkStatus::stage)
                .filter(stage -> !stage.isEmpty())
                .reduce((first, last) -> last)
                .orElse(job.state() == RenderJob.State.RENDERING && job.plan() == null ? "planning" : "");
    }

    private static double fraction(RenderJob job, int total, List<WorkStatus> work) {
        return switch (job.state()) {
            case SEALED -> 1;
            case SEALING ->
                DRAWING_SHARE
                        + (1 - DRAWING_SHARE)
                                * work.stream().mapToDouble(RenderView::sealing).sum();
            default ->
                total == 0
                        ? 0
                        : DRAWING_SHARE
                                * work.stream().mapToDouble(RenderView::drawing).sum()
                                / total;
        };
    }

    private static double drawing(WorkStatus status) {
        return status.kind().equals(QueueRenderEngine.SEGMENT) ? status.fraction() : 0;
    }

    private static double sealing(WorkStatus status) {
        return status.kind().startsWith("rendering.") ? 0 : status.fraction();
    }
}
