package studio.selfsame.rendering;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.problem.Problem;
import studio.selfsame.rendering.PreflightJob.State;
import studio.selfsame.work.WorkHandler;
import studio.selfsame.work.WorkMonitor;
import studio.selfsame.work.WorkOrder;

/** Plans what a render would show, and draws nothing. */
@Component
class PreflightWork implements WorkHandler {
    static final String KIND = "rendering.preflight";

    private final PreflightRows rows;
    private final Authorizer authorizer;
    private final MotionPlanning planning;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PreflightWork(
            PreflightRows rows,
            Authorizer authorizer,
            MotionPlanning planning,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.authorizer = authorizer;
        this.planning = planning;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(WorkOrder order, WorkMonitor monitor) throws Exception {
        Optional<PreflightJob> found = rows.find(order.subject());
        if (found.isEmpty() || found.get().state() != State.PLANNING) {
            return;
        }
        PreflightJob job = found.get();
        Authorization authorization = authorizer.load(job.authorization());
        try {
            authorizer.recheck(authorization, authorization.use());
            PreflightReport report = planning.plan(
                            new RenderId(job.id()), job.performance(), job.likeness(), authorization)
                    .report();
            transaction.executeWithoutResult(status -> {
                if (rows.end(job.id(), State.DONE, report, null)) {
                    events.publishEvent(PreflightDone.of(job, report));
                }
            });
        } catch (AuthorizationRefusedException e) {
            rows.end(job.id(), State.REFUSED, null, e.problem());
            throw e;
        }
    }

    @Override
    public void failed(WorkOrder order, Problem problem) {
        rows.end(order.subject(), State.FAILED, null, problem);
    }
}
