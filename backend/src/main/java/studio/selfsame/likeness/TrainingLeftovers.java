package studio.selfsame.likeness;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.vault.ObjectStore;

/** What a training that failed had begun to write. Its previews stay: they show how far it came. */
final class TrainingLeftovers {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingLeftovers.class);
    private static final List<String> HALF_WRITTEN = List.of("pixels", "checkpoint", "model");

    private final LikenessTable table;
    private final ObjectStore objects;

    TrainingLeftovers(LikenessTable table, ObjectStore objects) {
        this.table = table;
        this.objects = objects;
    }

    /** Joins the caller's transaction. What cannot be erased goes with the next training or the withdrawal. */
    void eraseOnCommit(LikenessId id, int run) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                table.find(id)
                        .filter(row -> row.run() == run && row.state() == LikenessRow.State.FAILED)
                        .ifPresent(TrainingLeftovers.this::erase);
            }
        });
    }

    private void erase(LikenessRow row) {
        for (String name : HALF_WRITTEN) {
            try {
                objects.delete(row.object(name));
            } catch (IOException e) {
                LOG.warn(
                        "{} of likeness {} could not be deleted", name, row.id().value(), e);
            }
        }
    }
}
