package studio.selfsame.performance;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.enrolment.Recordings;
import studio.selfsame.vault.ObjectStore;

/** Clears away what a performance keeps. The key is the likeness's and lives on, so this must not be given up lightly. */
@Component
class PerformanceErasure {
    private static final Logger LOG = LoggerFactory.getLogger(PerformanceErasure.class);

    private final ObjectStore objects;
    private final Recordings recordings;

    PerformanceErasure(ObjectStore objects, Recordings recordings) {
        this.objects = objects;
        this.recordings = recordings;
    }

    /** May be asked again after a crash. What cannot be erased now, the retention clock erases. */
    void erase(PerformanceRow row) {
        try {
            eraseNow(row);
        } catch (IOException e) {
            LOG.warn(
                    "sealed objects of performance {} could not be deleted",
                    row.id().value(),
                    e);
        }
    }

    /** Throws when it does not wholly succeed. */
    void eraseNow(PerformanceRow row) throws IOException {
        recordings.forget(row.recording());
        objects.deleteAll(row.folder());
    }

    void eraseOnCommit(PerformanceRow row) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                erase(row);
            }
        });
    }
}
