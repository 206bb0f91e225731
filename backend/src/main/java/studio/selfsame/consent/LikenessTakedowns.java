package studio.selfsame.consent;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Likenesses of which nothing new is to be made, by a decision on a claim. Their owners can withdraw all the same. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LikenessTakedowns {
    private final LikenessTable likenesses;
    private final ConsentClock clock;
    private final ApplicationEventPublisher events;

    LikenessTakedowns(LikenessTable likenesses, ConsentClock clock, ApplicationEventPublisher events) {
        this.likenesses = likenesses;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Waits for everyone who is deciding about this likeness: what they delivered is there when this returns, and nothing
     * comes after it.
     */
    public void takeDown(LikenessId likeness) {
        if (likenesses.takeDown(likeness, clock.now())) {
            events.publishEvent(new LikenessTakenDown(likeness, true));
        }
    }

    /** Policy decides again as if there had been no claim. */
    public void lift(LikenessId likeness) {
        if (likenesses.takeDown(likeness, null)) {
            events.publishEvent(new LikenessTakenDown(likeness, false));
        }
    }
}
