package studio.selfsame.enrolment;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.consent.ConsentWithdrawn;
import studio.selfsame.vault.ObjectStore;

/** Ends the recordings of a likeness whose consent ended; their key is the likeness's, their bytes go too. */
@Component
class RecordingWithdrawal {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingWithdrawal.class);

    private final RecordingTable table;
    private final ObjectStore objects;

    RecordingWithdrawal(RecordingTable table, ObjectStore objects) {
        this.table = table;
        this.objects = objects;
    }

    @EventListener
    void withdraw(ConsentWithdrawn withdrawn) {
        for (RecordingRow row : table.withdraw(withdrawn.likeness())) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    clear(row.brought());
                }
            });
        }
    }

    private void clear(BroughtRecording brought) {
        try {
            objects.delete(brought.tracking());
            objects.delete(brought.video());
        } catch (IOException e) {
            LOG.warn(
                    "sealed objects of recording {} could not be deleted",
                    brought.id().value(),
                    e);
        }
    }
}
