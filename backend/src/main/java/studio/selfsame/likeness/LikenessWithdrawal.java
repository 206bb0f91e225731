package studio.selfsame.likeness;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.consent.ConsentWithdrawn;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.work.WorkQueue;

/** Ends a likeness whose consent ended: its training stops, its key is gone already, its bytes go too. */
@Component
class LikenessWithdrawal {
    private static final Logger LOG = LoggerFactory.getLogger(LikenessWithdrawal.class);

    private final LikenessTable table;
    private final WorkQueue work;
    private final ObjectStore objects;

    LikenessWithdrawal(LikenessTable table, WorkQueue work, ObjectStore objects) {
        this.table = table;
        this.work = work;
        this.objects = objects;
    }

    /** In the withdrawal's own transaction: nothing is drawn from here on. */
    @EventListener
    @Order(ConsentWithdrawn.STOP_WORK)
    void withdraw(ConsentWithdrawn withdrawn) {
        table.withdrawn(withdrawn.likeness());
        work.cancel(withdrawn.likeness().value());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                clear(LikenessRow.everyRun(withdrawn.likeness()));
            }
        });
    }

    private void clear(ObjectKey folder) {
        try {
            objects.deleteAll(folder);
        } catch (IOException e) {
            LOG.warn("sealed objects below {} could not be deleted", folder.value(), e);
        }
    }
}
