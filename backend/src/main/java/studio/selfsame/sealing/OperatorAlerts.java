package studio.selfsame.sealing;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the operators what they have to look after, as when a file did not bear what it must: a row that they read, a line in the log, a figure that is
 * scraped, and where they want that, a call. The row is written in the transaction of the record; the others follow it.
 */
@Component
public class OperatorAlerts implements MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorAlerts.class);
    /** Worst first. */
    private static final List<String> CODES = List.of("watermark", "label", "credentials", "other");

    private final AlertRows rows;
    private final AlertCall call;
    private final Clock clock;

    OperatorAlerts(AlertRows rows, AlertCall call, ObjectProvider<Clock> clock) {
        this.rows = rows;
        this.call = call;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** Once for each render, however often it is tried. */
    @EventListener
    public void on(SelfVerificationFailed failed) {
        raise(AlertKind.SELF_VERIFICATION_FAILED, failed.subject(), failed.missing());
    }

    /**
     * In the caller's transaction; once for each kind and subject.
     *
     * @param details ids and codes only
     */
    public void raise(AlertKind kind, String subject, List<String> details) {
        raise(kind, subject, details, rows::insertFirst);
    }

    /**
     * Of a cause that may come back: once for each kind and subject as long as nobody has acknowledged it.
     *
     * @param details ids and codes only
     */
    @Transactional
    public void raiseAnew(AlertKind kind, String subject, List<String> details) {
        raise(kind, subject, details, rows::insertUntold);
    }

    private void raise(AlertKind kind, String subject, List<String> details, Predicate<OperatorAlert> inserted) {
        var alert = new OperatorAlert(UUID.randomUUID(), kind, subject, details, clock.instant(), null);
        if (inserted.test(alert)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    LOG.warn("{}: {} {}", kind.code(), alert.subject(), alert.details());
                    call.send(alert);
                }
            });
        }
    }

    /** Counted in the database: files are sealed in other processes than the one that is scraped. */
    @Override
    public void bindTo(MeterRegistry registry) {
        for (String code : CODES) {
            FunctionCounter.builder(
                            "selfsame.sealing.failures",
                            rows,
                            them -> them.count(AlertKind.SELF_VERIFICATION_FAILED, code))
                    .description("renders whose finished file did not bear what it must, and was destroyed")
                    .tag("missing", code)
                    .register(registry);
        }
        for (AlertKind kind : AlertKind.values()) {
            Gauge.builder("selfsame.alerts.open", rows, them -> them.open(kind))
                    .description("what operators were alerted of, and nobody has acknowledged")
                    .tag("kind", kind.code())
                    .register(registry);
        }
    }
}
