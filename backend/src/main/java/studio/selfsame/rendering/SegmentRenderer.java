package studio.selfsame.rendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.likeness.Material;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.performance.Performances;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkMonitor;

/**
 * Has one segment drawn, or takes it from where it was drawn before. Idempotent: two attempts may run side by side, the first
 * to commit its row counts, the other erases what it drew; the last of all segments to commit joins the render.
 */
@Component
class SegmentRenderer {
    private final RenderRows rows;
    private final Authorizer authorizer;
    private final Performances performances;
    private final Likenesses likenesses;
    private final Vault vault;
    private final ObjectStore objects;
    private final DrawnSegments drawn;
    private final SegmentDrawing drawing;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SegmentRenderer(
            RenderRows rows,
            Authorizer authorizer,
            Performances performances,
            Likenesses likenesses,
            Vault vault,
            ObjectStore objects,
            DrawnSegments drawn,
            SegmentDrawing drawing,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.authorizer = authorizer;
        this.performances = performances;
        this.likenesses = likenesses;
        this.vault = vault;
        this.objects = objects;
        this.drawn = drawn;
        this.drawing = drawing;
        this.transaction = transaction;
        this.events = events;
    }

    void render(RenderJob job, int index, WorkMonitor monitor) throws IOException {
        if (rows.isDrawn(job.id(), index)) {
            return;
        }
        RenderPlan plan = Objects.requireNonNull(job.plan(), "segments are queued with the plan");
        Authorization authorization = authorizer.load(job.authorization());
        authorizer.recheck(authorization, job.use());

        DataKeyId key = likenesses.dataKeyOf(job.likeness());
        MotionPlan motion = MotionCodec.read(new ByteArrayInputStream(vault.read(key, Scratch.motion(job.id()))));
        Material material = performances.material(job.performance()).orElseThrow(MotionPlanning::unreadable);
        RenderPlan.Segment segment = plan.segments().get(index);
        String address = SegmentAddress.of(likenesses.provenanceOf(job.likeness()), material, plan, motion, segment);
        if (reuse(job, plan, index, address)) {
            monitor.progress("drawn before", 1, Map.of("frame", segment.end() - 1.0));
            return;
        }
        ObjectKey object = drawn.begin(job.likeness());
        boolean kept = false;
        try {
            drawing.draw(key, object, job.likeness(), authorization, material, plan, motion, segment, monitor);
            kept = Boolean.TRUE.equals(transaction.execute(status -> keep(job, plan, index, address, object)));
        } finally {
            if (!kept) {
                drawn.discard(object);
            }
        }
    }

    /** False when there is nothing at that address. */
    private boolean reuse(RenderJob job, RenderPlan plan, int index, String address) throws IOException {
        Optional<ObjectKey> known = drawn.at(job.likeness(), address);
        if (known.isEmpty()) {
            return false;
        }
        if (!objects.exists(known.get())) {
            drawn.lost(known.get());
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> {
            RenderJob now = rows.lock(job.id()).orElseThrow();
            Optional<ObjectKey> object = drawn.use(job.likeness(), address);
            object.ifPresent(there -> commit(now, plan, index, there, true));
            return object.isPresent();
        }));
    }

    /** Whether it is this object that is kept. */
    private boolean keep(RenderJob job, RenderPlan plan, int index, String address, ObjectKey object) {
        RenderJob now = rows.lock(job.id()).orElseThrow();
        if (now.state() != RenderJob.State.RENDERING) {
            return false;
        }
        ObjectKey there = drawn.keep(job.likeness(), address, object);
        commit(now, plan, index, there, !there.equals(object));
        return there.equals(object);
    }

    private void commit(RenderJob now, RenderPlan plan, int index, ObjectKey object, boolean reused) {
        if (now.state() == RenderJob.State.RENDERING
                && rows.commitSegment(now.id(), index, object, reused)
                && now.segmentsDone() + 1 == plan.segments().size()
                && rows.move(now.id(), RenderJob.State.RENDERING, RenderJob.State.SEALING)) {
            events.publishEvent(new RenderJoined(now.id(), now.likeness()));
        }
    }
}
