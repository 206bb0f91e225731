package studio.selfsame.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.ConsentWithdrawn;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.rendering.Renders;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;

/** The output store: the only place that writes to it, and only sealed files. An object without its record is not served. */
@Component
class Delivery {
    private final ObjectStore store;
    private final OutputRows outputs;
    private final LikenessRegister likenesses;
    private final Renders renders;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delivery(
            ObjectStore store,
            OutputRows outputs,
            LikenessRegister likenesses,
            Renders renders,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            ObjectProvider<Clock> clock) {
        this.store = store;
        this.outputs = outputs;
        this.likenesses = likenesses;
        this.renders = renders;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** Named by its render, so that a repeated attempt overwrites what a killed one left. */
    static ObjectKey objectOf(RenderId render) {
        return new ObjectKey("output/" + render.value() + ".mp4");
    }

    void deliver(SealedFile file, UnsealedRender render) throws IOException {
        ObjectKey object = objectOf(render.id());
        store.put(object, out -> Files.copy(file.file(), out));
        try {
            transaction.executeWithoutResult(status -> record(file, render));
        } catch (RuntimeException failure) {
            store.delete(object);
            throw failure;
        }
    }

    private void record(SealedFile file, UnsealedRender render) {
        // Whoever withdraws takes the same lock: either they see this output, or this sees their withdrawal.
        outputs.lock(render.likeness());
        if (likenesses.isWithdrawn(render.likeness())) {
            throw SealingProblems.withdrawn();
        }
        var record = new OutputRecord(
                file.outputId(),
                render.id(),
                render.likeness(),
                file.fileSha256(),
                file.manifestSha256(),
                OutputRecord.State.IN_FORCE,
                clock.instant());
        outputs.insert(record, render.authorization().requester(), file.bytes());
        renders.sealed(render.id(), file.outputId());
        events.publishEvent(new OutputSealed(file.outputId(), render.id(), file.fileSha256(), file.manifestSha256()));
    }

    /** Nothing of a render that was given up stays. */
    void abandon(RenderId render) {
        try {
            if (outputs.ofRender(render).isEmpty()) {
                store.delete(objectOf(render));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @EventListener
    public void on(ConsentWithdrawn withdrawn) {
        outputs.lock(withdrawn.likeness());
        int marked = outputs.withdraw(withdrawn.likeness(), withdrawn.at());
        if (marked > 0) {
            events.publishEvent(new OutputsWithdrawn(withdrawn.likeness(), marked));
        }
    }
}
