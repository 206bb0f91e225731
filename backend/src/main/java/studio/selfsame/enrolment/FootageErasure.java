package studio.selfsame.enrolment;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;

/** Makes footage unreadable by destroying its key, then clears away what lies in the store. */
@Component
class FootageErasure {
    private static final Logger LOG = LoggerFactory.getLogger(FootageErasure.class);

    private final Vault vault;
    private final ObjectStore objects;

    FootageErasure(Vault vault, ObjectStore objects) {
        this.vault = vault;
        this.objects = objects;
    }

    /** May be asked again after a crash. */
    void erase(EnrolmentRow row) {
        vault.destroy(row.dataKey());
        clear(row);
    }

    /** Throws when it does not wholly succeed. */
    void eraseNow(EnrolmentRow row) throws IOException {
        vault.destroy(row.dataKey());
        objects.deleteAll(row.folder());
    }

    /** The key at once, within the caller's transaction: a withdrawal that fails afterwards errs on the safe side. */
    void destroyNowAndClearOnCommit(EnrolmentRow row) {
        vault.destroy(row.dataKey());
        onCommit(() -> clear(row));
    }

    void eraseOnCommit(EnrolmentRow row) {
        onCommit(() -> erase(row));
    }

    /** Without their key the objects are noise; a failure to delete them is worth a line in the log, no more. */
    private void clear(EnrolmentRow row) {
        try {
            objects.deleteAll(row.folder());
        } catch (IOException e) {
            LOG.warn(
                    "sealed objects of enrolment {} could not be deleted",
                    row.id().value(),
                    e);
        }
    }

    private static void onCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
