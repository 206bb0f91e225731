package studio.selfsame.inspection.takedown;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.sealing.AlertKind;
import studio.selfsame.sealing.OperatorAlerts;

/** What happens to a claim by the clock alone. Looked at any number of times, by any number of servers. */
@Component
class Deadlines {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    private final CaseRows cases;
    private final Rulings rulings;
    private final ApplicationEventPublisher events;
    private final OperatorAlerts alerts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deadlines(
            CaseRows cases,
            Rulings rulings,
            ApplicationEventPublisher events,
            OperatorAlerts alerts,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.rulings = rulings;
        this.events = events;
        this.alerts = alerts;
        this.transaction = transaction;
        this.clock = clock;
    }

    void look() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> warn(now));
        cases.dueUpTo(now).forEach(this::lapse);
    }

    private void warn(Instant now) {
        for (UUID id : cases.warn(now.plus(TakedownCase.WARNING), now)) {
            events.publishEvent(TakedownRecord.warned(id));
            alert(AlertKind.TAKEDOWN_DUE_SOON, id);
        }
    }

    /** One that cannot be dealt with now keeps no other from it. */
    private void lapse(UUID id) {
        try {
            transaction.executeWithoutResult(status -> {
                switch (rulings.lapse(id)) {
                    case HELD -> alert(AlertKind.TAKEDOWN_HELD_BY_CLOCK, id);
                    case OVERDUE -> alert(AlertKind.TAKEDOWN_OVERDUE, id);
                    case NOTHING -> {}
                }
            });
        } catch (RuntimeException failure) {
            LOG.error("takedown {} is due and could not be dealt with; it is tried again", id, failure);
        }
    }

    private void alert(AlertKind kind, UUID id) {
        alerts.raise(kind, id.toString(), List.of());
    }
}
