package studio.selfsame.release;

import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.consent.UsageMeter;

/**
 * The meter in the database. Whoever asked {@link StoredReleasedUses#find} before holds the release, so that no two share
 * what is left.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class LedgerUsageMeter implements UsageMeter {
    private final UsageLedger ledger;
    private final ReleaseClock clock;
    private final ApplicationEventPublisher events;

    LedgerUsageMeter(UsageLedger ledger, ReleaseClock clock, ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void reserve(ReleaseUseId use, UUID render, Duration length) {
        ledger.reserve(use, render, length, clock.now());
    }

    @Override
    public void delivered(UUID render, String outputId, Duration length) {
        if (ledger.deliver(render, outputId, length, clock.now())) {
            var use = ledger.useOf(render).orElseThrow();
            events.publishEvent(ReleaseRecord.delivered(use, render, outputId, length.toMillis()));
        }
    }

    @Override
    public void released(UUID render) {
        ledger.release(render);
    }
}
