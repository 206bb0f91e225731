package studio.selfsame.rendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.likeness.FaceAnimator;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.likeness.Material;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaWriter;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.performance.Performance;
import studio.selfsame.performance.Performances;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkMonitor;

/**
 * Draws one segment into encrypted scratch. Idempotent: two attempts may run side by side, the first to commit its row
 * counts, the other erases what it drew; the last of all segments to commit joins the render.
 */
@Component
class SegmentRenderer {
    private final RenderRows rows;
    private final Authorizer authorizer;
    private final Performances performances;
    private final Likenesses likenesses;
    private final Vault vault;
    private final Media media;
    private final Scratch scratch;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SegmentRenderer(
            RenderRows rows,
            Authorizer authorizer,
            Performances performances,
            Likenesses likenesses,
            Vault vault,
            Media media,
            Scratch scratch,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.authorizer = authorizer;
        this.performances = performances;
        this.likenesses = likenesses;
        this.vault = vault;
        this.media = media;
        this.scratch = scratch;
        this.transaction = transaction;
        this.events = events;
    }

    void render(RenderJob job, int index, WorkMonitor monitor) throws IOException {
        if (rows.isDrawn(job.id(), index)) {
            return;
        }
        RenderPlan plan = Objects.requireNonNull(job.plan(), "segments are queued with the plan");
        RenderPlan.Segment segment = plan.segments().get(index);
        Authorization authorization = authorizer.load(job.authorization());
        authorizer.recheck(authorization, job.use());

        ObjectKey object = Scratch.segment(job.id(), index);
        draw(job, plan, segment, authorization, object, monitor);
        Boolean kept = transaction.execute(status -> commit(job, plan, index, object));
        if (!Boolean.TRUE.equals(kept)) {
            scratch.discard(object);
        }
    }

    private void draw(
            RenderJob job,
            RenderPlan plan,
            RenderPlan.Segment segment,
            Authorization authorization,
            ObjectKey object,
            WorkMonitor monitor)
            throws IOException {
        DataKeyId key = likenesses.dataKeyOf(job.likeness());
        MotionPlan motion = MotionCodec.read(new ByteArrayInputStream(vault.read(key, Scratch.motion(job.id()))));
        Media.Picture picture = new Media.Picture(plan.widthPx(), plan.heightPx(), plan.frameRate(), 1);
        try (FaceAnimator animator = likenesses.open(job.likeness(), authorization, material(job))) {
            vault.seal(key, object, out -> {
                try (MediaWriter writer = media.createLossless(out, picture)) {
                    animator.draw(motion, segment.first(), segment.end(), (index, plate, drawn) -> {
                        monitor.checkCancelled();
                        writer.write(at(drawn, plan.frameRate().timeUs(index - segment.first())));
                        double fraction = (index + 1.0 - segment.first()) / (segment.end() - segment.first());
                        monitor.progress("drawing", fraction, Map.of("frame", (double) index));
                    });
                    writer.finish();
                }
            });
        }
    }

    private Material material(RenderJob job) {
        return performances.load(job.performance()).map(Performance::material).orElse(Material.NONE);
    }

    private boolean commit(RenderJob job, RenderPlan plan, int index, ObjectKey object) {
        RenderJob now = rows.lock(job.id()).orElseThrow();
        if (now.state() != RenderJob.State.RENDERING || !rows.commitSegment(job.id(), index, object)) {
            return false;
        }
        if (now.segmentsDone() + 1 == plan.segments().size()
                && rows.move(job.id(), RenderJob.State.RENDERING, RenderJob.State.SEALING)) {
            events.publishEvent(new RenderJoined(job.id(), job.likeness()));
        }
        return true;
    }

    private static VideoFrame at(VideoFrame frame, long timeUs) {
        return new VideoFrame(frame.widthPx(), frame.heightPx(), timeUs, frame.y(), frame.u(), frame.v());
    }
}
