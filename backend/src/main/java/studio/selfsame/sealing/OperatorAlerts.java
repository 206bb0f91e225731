package studio.selfsame.sealing;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the operators when a file did not bear what it must: a row that they read, a line in the log, a figure that is
 * scraped, and where they want that, a call. The row is written in the transaction of the record; the others follow it.
 */
@Component
class OperatorAlerts implements MeterBinder {
    static final String UNVERIFIED = "self-verification-failed";
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
        var alert = new OperatorAlert(
                UUID.randomUUID(), UNVERIFIED, failed.subject(), failed.missing(), clock.instant(), null);
        if (rows.insert(alert)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    LOG.warn("{}: render {}, not found: {}", alert.kind(), alert.subject(), alert.details());
                    call.send(alert);
                }
            });
        }
    }

    /** Counted in the database: files are sealed in other processes than the one that is scraped. */
    @Override
    public void bindTo(MeterRegistry registry) {
        for (String code : CODES) {
            FunctionCounter.builder("selfsame.sealing.failures", rows, them -> them.count(UNVERIFIED, code))
                    .description("renders whose finished file did not bear what it must, and was destroyed")
                    .tag("missing", code)
                    .register(registry);
        }
    }
}
