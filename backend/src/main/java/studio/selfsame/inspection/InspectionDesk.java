package studio.selfsame.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.enrolment.CountedUpload;
import studio.selfsame.enrolment.UploadLimit;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkQueue;

/** Takes files in, encrypted under a key of their own, and lets go of them. */
@Service
class InspectionDesk {
    static final UploadLimit LIMIT =
            new UploadLimit("inspection", 512_000_000, "Send a part of it: ten seconds are enough.");

    private final InspectionRows rows;
    private final Vault vault;
    private final ObjectStore store;
    private final WorkQueue queue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    InspectionDesk(
            InspectionRows rows,
            Vault vault,
            ObjectStore store,
            WorkQueue queue,
            TransactionTemplate transaction,
            ObjectProvider<Clock> clock) {
        this.rows = rows;
        this.vault = vault;
        this.store = store;
        this.queue = queue;
        this.transaction = transaction;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** @param file read once, sealed as it comes, not closed; refused beyond {@link #LIMIT} */
    UUID take(InputStream file) throws IOException {
        UUID id = UUID.randomUUID();
        DataKeyId key = vault.createKey();
        try {
            vault.seal(key, objectOf(id), new CountedUpload(file, LIMIT)::transferTo);
            transaction.executeWithoutResult(status -> {
                rows.insert(id, key, clock.instant());
                queue.submit(InspectionWork.KIND, id, 0, WorkQueue.Priority.NORMAL);
            });
            return id;
        } catch (IOException | RuntimeException failure) {
            erase(id, key);
            throw failure;
        }
    }

    Optional<Inspection> find(UUID id) {
        return rows.find(id)
                .map(found -> found.state() == Inspection.State.INSPECTING
                        ? progress(id).map(found::at).orElse(found)
                        : found);
    }

    private Optional<Inspection.Progress> progress(UUID id) {
        return queue.of(id).stream().findFirst().map(work -> new Inspection.Progress(work.stage(), work.fraction()));
    }

    /** The file is gone for good, wherever copies of its bytes may lie. */
    void erase(UUID id, DataKeyId key) throws IOException {
        vault.destroy(key);
        store.delete(objectOf(id));
    }

    static ObjectKey objectOf(UUID id) {
        return new ObjectKey("inspection/" + id);
    }
}
