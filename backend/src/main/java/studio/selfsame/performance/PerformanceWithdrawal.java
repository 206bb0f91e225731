package studio.selfsame.performance;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.consent.ConsentWithdrawn;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.work.WorkQueue;

/** Ends the performances of a likeness whose consent ended; their key is gone already, their bytes go too. */
@Component
class PerformanceWithdrawal {
    private static final Logger LOG = LoggerFactory.getLogger(PerformanceWithdrawal.class);

    private final PerformanceTable table;
    private final WorkQueue work;
    private final ObjectStore objects;

    PerformanceWithdrawal(PerformanceTable table, WorkQueue work, ObjectStore objects) {
        this.table = table;
        this.work = work;
        this.objects = objects;
    }

    @EventListener
    @Order(ConsentWithdrawn.STOP_WORK)
    void withdraw(ConsentWithdrawn withdrawn) {
        for (PerformanceRow row : table.withdraw(withdrawn.likeness())) {
            work.cancel(row.id().value());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    clear(row);
                }
            });
        }
    }

    private void clear(PerformanceRow row) {
        try {
            objects.deleteAll(row.folder());
        } catch (IOException e) {
            LOG.warn(
                    "sealed objects of performance {} could not be deleted",
                    row.id().value(),
                    e);
        }
    }
}
