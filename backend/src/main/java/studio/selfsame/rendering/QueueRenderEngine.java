package studio.selfsame.rendering;

import org.springframework.stereotype.Component;
import studio.selfsame.work.WorkQueue;
import studio.selfsame.work.WorkQueue.Priority;

/** Segments as rows of the work queue: every worker process pointed at the same database and objects takes part. */
@Component
class QueueRenderEngine implements RenderEngine {
    static final String PLAN = "rendering.plan";
    static final String SEGMENT = "rendering.segment";

    private final WorkQueue queue;

    QueueRenderEngine(WorkQueue queue) {
        this.queue = queue;
    }

    @Override
    public void plan(RenderId render) {
        queue.submit(PLAN, render.value(), 0, Priority.INTERACTIVE);
    }

    @Override
    public void draw(RenderPlan plan) {
        for (RenderPlan.Segment segment : plan.segments()) {
            queue.submit(SEGMENT, plan.render().value(), segment.index(), Priority.NORMAL);
        }
    }

    @Override
    public void cancel(RenderId render) {
        queue.cancel(render.value());
    }
}
