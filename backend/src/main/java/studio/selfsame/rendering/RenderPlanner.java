package studio.selfsame.rendering;

import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.vault.Vault;

/** Turns a performance into motion and a {@link RenderPlan}. */
@Component
class RenderPlanner {
    private final RenderRows rows;
    private final Authorizer authorizer;
    private final MotionPlanning planning;
    private final Likenesses likenesses;
    private final Vault vault;
    private final RenderEngine engine;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    RenderPlanner(
            RenderRows rows,
            Authorizer authorizer,
            MotionPlanning planning,
            Likenesses likenesses,
            Vault vault,
            RenderEngine engine,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.authorizer = authorizer;
        this.planning = planning;
        this.likenesses = likenesses;
        this.vault = vault;
        this.engine = engine;
        this.events = events;
        this.transaction = transaction;
    }

    void plan(RenderJob job) throws IOException {
        Authorization authorization = authorizer.load(job.authorization());
        authorizer.recheck(authorization, job.use());
        PlannedMotion planned = planning.plan(job.id(), job.performance(), job.likeness(), authorization);
        vault.seal(
                likenesses.dataKeyOf(job.likeness()),
                Scratch.motion(job.id()),
                out -> MotionCodec.write(planned.motion(), out));
        transaction.executeWithoutResult(status -> {
            rows.plan(planned.plan(), planned.report());
            events.publishEvent(RenderPlanned.of(job, planned));
            engine.draw(planned.plan());
        });
    }
}
