package studio.selfsame.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.Authorization;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.ConsentWithdrawn;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.UsageMeter;
import studio.selfsame.likeness.Likenesses;
import studio.selfsame.likeness.ModelProvenance;
import studio.selfsame.problem.ProblemException;
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
    private final OutputDisclosures disclosures;
    private final Likenesses likenesses;
    private final Authorizer authorizer;
    private final Renders renders;
    private final UsageMeter meter;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delivery(
            ObjectStore store,
            OutputRows outputs,
            OutputDisclosures disclosures,
            Likenesses likenesses,
            Authorizer authorizer,
            Renders renders,
            UsageMeter meter,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            ObjectProvider<Clock> clock) {
        this.store = store;
        this.outputs = outputs;
        this.disclosures = disclosures;
        this.likenesses = likenesses;
        this.authorizer = authorizer;
        this.renders = renders;
        this.meter = meter;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** Named by its render, so that a repeated attempt overwrites what a killed one left. */
    static ObjectKey objectOf(RenderId render) {
        return new ObjectKey("output/" + render.value() + ".mp4");
    }

    /**
     * @throws AuthorizationRefusedException when policy does not let this file, as it was found, leave
     * @throws ProblemException when the file lacks anything that it must bear
     */
    void deliver(SealedFile file, UnsealedRender render) throws IOException {
        if (!file.found().isWhole()) {
            refuse(file, render);
        }
        ObjectKey object = objectOf(render.id());
        store.put(object, out -> Files.copy(file.file(), out));
        try {
            transaction.executeWithoutResult(status -> record(file, render));
        } catch (RuntimeException failure) {
            store.delete(object);
            throw failure;
        }
    }

    /** It does not leave, whatever policy says; it is asked all the same, so that its refusal is on record. */
    private void refuse(SealedFile file, UnsealedRender render) {
        ProblemException unverified =
                SealingProblems.unverified(String.join(" ", file.found().faults()));
        try {
            transaction.executeWithoutResult(status -> {
                decide(file, render);
                status.setRollbackOnly();
            });
        } catch (AuthorizationRefusedException refused) {
            unverified.addSuppressed(refused);
        }
        transaction.executeWithoutResult(status ->
                events.publishEvent(new SelfVerificationFailed(render.id(), file.outputId(), missing(file.found()))));
        throw unverified;
    }

    private static List<String> missing(SelfVerification.Found found) {
        List<String> missing = new ArrayList<>();
        if (!found.marks().watermarked()) {
            missing.add("watermark");
        }
        if (!found.marks().labelled()) {
            missing.add("label");
        }
        if (!found.marks().credentialed()) {
            missing.add("credentials");
        }
        return missing.isEmpty() ? List.of("other") : List.copyOf(missing);
    }

    /** Holds back who would withdraw: either they see this output, or this sees their withdrawal. */
    private void decide(SealedFile file, UnsealedRender render) {
        Authorization authorization = render.authorization();
        authorizer.recheckDelivery(
                authorization, authorization.use(), file.found().marks());
    }

    private void record(SealedFile file, UnsealedRender render) {
        decide(file, render);
        var record = new OutputRecord(
                file.outputId(),
                render.id(),
                render.likeness(),
                file.fileSha256(),
                file.manifestSha256(),
                OutputRecord.State.IN_FORCE,
                clock.instant());
        outputs.insert(record, render.authorization(), file.bytes());
        OutputDisclosure disclosure = file.disclosure()
                .orElseThrow(() -> new IllegalStateException("a whole file that says not how it is disclosed"));
        disclosures.insert(file.outputId(), disclosure, render.authorization().id(), model(render.likeness()));
        // first the share, then the render: a render that is cancelled takes their locks in the same order
        meter.delivered(render.id().value(), file.outputId(), length(render));
        renders.sealed(render.id(), file.outputId());
        events.publishEvent(new OutputSealed(file.outputId(), render.id(), file.fileSha256(), file.manifestSha256()));
    }

    private @Nullable ModelProvenance model(LikenessId likeness) {
        return likenesses.isReady(likeness) ? likenesses.provenanceOf(likeness) : null;
    }

    private static Duration length(UnsealedRender render) {
        return Duration.of(render.frameRate().timeUs(render.frames()), ChronoUnit.MICROS);
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
        int marked = outputs.withdraw(withdrawn.likeness(), withdrawn.at());
        if (marked > 0) {
            events.publishEvent(new OutputsWithdrawn(withdrawn.likeness(), marked));
        }
    }
}
