package studio.selfsame.rendering;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.consent.ConsentWithdrawn;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.UsageMeter;
import studio.selfsame.problem.Problem;
import studio.selfsame.rendering.RenderJob.State;

/**
 * Every way a render ends early. Its scratch goes, its other segments stop, the trail learns why. What was drawn stays for a
 * while, so that asking again draws only what is missing; only with the likeness does it end.
 */
@Component
class RenderEnding {
    private static final Logger LOG = LoggerFactory.getLogger(RenderEnding.class);

    private final RenderRows rows;
    private final RenderEngine engine;
    private final Scratch scratch;
    private final DrawnSegments drawn;
    private final UsageMeter meter;
    private final ApplicationEventPublisher events;

    RenderEnding(
            RenderRows rows,
            RenderEngine engine,
            Scratch scratch,
            DrawnSegments drawn,
            UsageMeter meter,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.engine = engine;
        this.scratch = scratch;
        this.drawn = drawn;
        this.meter = meter;
        this.events = events;
    }

    @Transactional
    public void failed(RenderId id, Problem problem) {
        end(id, State.FAILED, problem);
    }

    @Transactional
    public void refused(RenderId id, Problem problem) {
        end(id, State.REFUSED, problem);
    }

    @Transactional
    public void cancelled(RenderId id) {
        end(
                id,
                State.CANCELLED,
                new Problem("rendering", "You cancelled it.", "Nothing was made.", "Render it again when you like."));
    }

    @EventListener
    @Order(ConsentWithdrawn.STOP_WORK)
    @Transactional
    public void on(ConsentWithdrawn withdrawn) {
        for (RenderJob job : rows.running(withdrawn.likeness())) {
            end(
                    job.id(),
                    State.REFUSED,
                    new Problem(
                            "rendering",
                            "The person shown withdrew their consent while this was being made.",
                            "Nothing was made, and what had been drawn cannot be read any more.",
                            "Only the person shown can grant it anew, with a new enrolment."));
        }
        drawn.withdraw(withdrawn.likeness());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                eraseDrawn(withdrawn.likeness());
            }
        });
    }

    private void eraseDrawn(LikenessId likeness) {
        try {
            drawn.eraseAll(likeness);
        } catch (IOException e) {
            LOG.warn("drawn pieces of likeness {} could not be erased", likeness.value(), e);
        }
    }

    private void end(RenderId id, State state, Problem problem) {
        // first the share, then the render: a delivery takes their locks in the same order
        meter.released(id.value());
        if (rows.end(id, state, null, problem)) {
            engine.cancel(id);
            events.publishEvent(new RenderEnded(id, state.name(), problem.stage()));
            scratch.discardAll(id);
        }
    }
}
