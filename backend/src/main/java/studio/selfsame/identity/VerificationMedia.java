package studio.selfsame.identity;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;

/** Gets rid of verification media once it is certain that they are no longer needed: never before the commit. */
@Component
class VerificationMedia {
    private static final Logger LOG = LoggerFactory.getLogger(VerificationMedia.class);

    private final Vault vault;
    private final ObjectStore objects;

    VerificationMedia(Vault vault, ObjectStore objects) {
        this.vault = vault;
        this.objects = objects;
    }

    /** Approved: the picture goes, its embedding stays to match footage against. */
    void erasePortraitOnCommit(VerificationRow row) {
        afterCompletion(TransactionSynchronization.STATUS_COMMITTED, () -> objects.delete(row.portrait()));
    }

    /** Rejected or unusable: nothing of it may be readable again. */
    void destroyOnCommit(VerificationRow row) {
        afterCompletion(TransactionSynchronization.STATUS_COMMITTED, () -> destroy(row));
    }

    /** The row will not be there to say where the media lie. */
    void destroyOnRollback(VerificationRow row) {
        afterCompletion(TransactionSynchronization.STATUS_ROLLED_BACK, () -> destroy(row));
    }

    private void destroy(VerificationRow row) throws IOException {
        vault.destroy(row.dataKey());
        objects.delete(row.portrait());
        objects.delete(row.embedding());
    }

    private static void afterCompletion(int wanted, Erasure erasure) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == wanted) {
                    run(erasure);
                }
            }
        });
    }

    private static void run(Erasure erasure) {
        try {
            erasure.run();
        } catch (IOException e) {
            LOG.error("verification media could not be erased", e);
        }
    }

    @FunctionalInterface
    private interface Erasure {
        void run() throws IOException;
    }
}
