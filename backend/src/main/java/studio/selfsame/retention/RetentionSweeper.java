package studio.selfsame.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases what has been kept long enough, clock by clock; what cannot be erased now is tried again another day. */
@Service
public class RetentionSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionSweeper.class);

    private final ObjectProvider<Retained> kept;
    private final RetentionSchedule schedule;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    RetentionSweeper(
            ObjectProvider<Retained> kept,
            RetentionSchedule schedule,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.kept = kept;
        this.schedule = schedule;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What one clock's sweep did, or would do.
     *
     * @param upTo things whose clock began then or before
     * @param whole false when some could not be erased
     */
    public record Swept(RetentionClock clock, Instant upTo, int count, boolean whole) {}

    /** What would go now. */
    public List<Swept> due() {
        var due = new ArrayList<Swept>();
        for (var each : inOrder()) {
            var upTo = upTo(each);
            due.add(new Swept(each.clock(), upTo, each.due(upTo), true));
        }
        return List.copyOf(due);
    }

    /** Erases it. Two that run at once do no harm. */
    public List<Swept> sweep() {
        var swept = new ArrayList<Swept>();
        for (var each : inOrder()) {
            swept.add(sweep(each, upTo(each)));
        }
        return List.copyOf(swept);
    }

    private Swept sweep(Retained each, Instant upTo) {
        int count = 0;
        try {
            for (int more = some(each, upTo); more > 0; more = some(each, upTo)) {
                count += more;
            }
            return new Swept(each.clock(), upTo, count, true);
        } catch (RuntimeException e) {
            LOG.error("{} could not all be erased", each.clock().code(), e);
            return new Swept(each.clock(), upTo, count, false);
        }
    }

    private int some(Retained each, Instant upTo) {
        return transaction.execute(status -> {
            try {
                int count = each.sweep(upTo);
                if (count > 0) {
                    events.publishEvent(new RetentionSwept(each.clock(), count));
                }
                return count;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private List<Retained> inOrder() {
        return kept.stream().sorted(Comparator.comparing(Retained::clock)).toList();
    }

    private Instant upTo(Retained each) {
        return schedule.upTo(each.clock(), clock.instant());
    }
}
