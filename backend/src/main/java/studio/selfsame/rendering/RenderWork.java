package studio.selfsame.rendering;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.problem.Problem;
import studio.selfsame.work.WorkCancelledException;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkMonitor;
import studio.selfsame.work.WorkOrder;

/** The two kinds of work a render is made of. */
@Configuration(proxyBeanMethods = false)
class RenderWork {
    @Bean
    WorkHandler planRender(RenderRows rows, RenderEnding ending, RenderPlanner planner) {
        return new Handler(QueueRenderEngine.PLAN, rows, ending, (job, order, monitor) -> planner.plan(job));
    }

    @Bean
    WorkHandler renderSegment(RenderRows rows, RenderEnding ending, SegmentRenderer renderer) {
        return new Handler(
                QueueRenderEngine.SEGMENT,
                rows,
                ending,
                (job, order, monitor) -> renderer.render(job, order.part(), monitor));
    }

    private interface Step {
        void run(RenderJob job, WorkOrder order, WorkMonitor monitor) throws Exception;
    }

    private record Handler(String kind, RenderRows rows, RenderEnding ending, Step step) implements WorkHandler {
        @Override
        public void handle(WorkOrder order, WorkMonitor monitor) throws Exception {
            Optional<RenderJob> job = rows.find(new RenderId(order.subject()));
            if (job.isEmpty() || job.get().state() != RenderJob.State.RENDERING) {
                throw new WorkCancelledException(order.id());
            }
            try {
                step.run(job.get(), order, monitor);
            } catch (AuthorizationRefusedException e) {
                ending.refused(job.get().id(), e.problem());
                throw e;
            }
        }

        @Override
        public void failed(WorkOrder order, Problem problem) {
            ending.failed(new RenderId(order.subject()), problem);
        }
    }
}
