package studio.selfsame.consent.deletion;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.audit.AuditTrail;
import studio.selfsame.consent.ConsentWithdrawn;
import studio.selfsame.consent.Holding;
import studio.selfsame.consent.Holdings;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.retention.RetentionClock;
import studio.selfsame.retention.RetentionSchedule;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.Vault;

/**
 * Issues certificates: one as soon as a likeness has ended, which a complete one replaces when nothing is left of it. It is
 * issued after the end has been committed, so that nothing that goes wrong here can keep anybody in.
 */
@Service
class DeletionCertificates {
    private static final Logger LOG = LoggerFactory.getLogger(DeletionCertificates.class);

    private final CertificateTable table;
    private final ObjectProvider<Holdings> rooms;
    private final Vault vault;
    private final AuditTrail trail;
    private final DeletionKey key;
    private final RetentionSchedule schedule;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate outside;

    DeletionCertificates(
            CertificateTable table,
            ObjectProvider<Holdings> rooms,
            Vault vault,
            AuditTrail trail,
            DeletionKey key,
            RetentionSchedule schedule,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.rooms = rooms;
        this.vault = vault;
        this.trail = trail;
        this.key = key;
        this.schedule = schedule;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // the trail tells the place of a record only to whom is in no transaction
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** After everything that other rooms do after the commit: they remove what they can at once. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    void on(ConsentWithdrawn ended) {
        issueIfPossible(ended.likeness());
    }

    /** What could not be certified before. */
    @EventListener(ApplicationReadyEvent.class)
    void issueAllMissing() {
        table.uncertified().forEach(likeness -> issueIfPossible(likeness.id()));
    }

    /** The certificate, which is tried for again if it is missing; empty while it cannot be issued. */
    Optional<StoredCertificate> of(LikenessId likeness) {
        return table.find(likeness).or(() -> {
            issueIfPossible(likeness);
            return table.find(likeness);
        });
    }

    /**
     * Removes what is left and issues the certificate anew if that changes it from incomplete to complete, or the first one.
     *
     * @return whether it is complete now
     */
    boolean complete(EndedLikeness likeness) throws IOException {
        for (var room : rooms.stream().toList()) {
            room.clear(likeness.id());
        }
        return outside.execute(status -> issue(likeness, true));
    }

    private void issueIfPossible(LikenessId id) {
        try {
            outside.executeWithoutResult(status -> table.ended(id)
                    .filter(likeness -> table.find(id).isEmpty())
                    .ifPresent(likeness -> issue(likeness, false)));
        } catch (RuntimeException e) {
            LOG.error("no certificate could be issued for the ended likeness {}; it is tried again", id.value(), e);
        }
    }

    /** @param settled whether work that was going on has surely ended: until then something may still be written */
    private boolean issue(EndedLikeness likeness, boolean settled) {
        var before = table.find(likeness.id());
        var text = text(likeness, settled, before.map(StoredCertificate::sha256));
        if (before.isPresent() && !text.complete()) {
            return false;
        }
        var note = key.sign(text.written());
        var certificate = new StoredCertificate(note, DigestUtils.sha256Hex(note), text.complete());
        transaction.executeWithoutResult(status -> {
            if (table.put(likeness.id(), certificate, before, text.issuedAt())) {
                events.publishEvent(new DeletionCertified(likeness.id(), certificate.sha256(), certificate.complete()));
            }
        });
        return certificate.complete();
    }

    private CertificateText text(EndedLikeness likeness, boolean settled, Optional<String> replaces) {
        List<Holding> holdings = new ArrayList<>();
        rooms.forEach(room -> holdings.addAll(room.of(likeness.id())));
        Map<DataKeyId, Instant> destroyed = new HashMap<>();
        for (var holding : holdings) {
            if (holding instanceof Holding.Sealed sealed) {
                destroyed.computeIfAbsent(sealed.key(), this::destruction);
            }
        }
        return new CertificateText(
                likeness,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                List.copyOf(holdings),
                Map.copyOf(destroyed),
                settled,
                latest(likeness.endedAt()),
                schedule.ends(RetentionClock.RECORDS, likeness.endedAt()),
                schedule.ends(RetentionClock.RELEASES, likeness.endedAt()),
                place(likeness.id()),
                replaces);
    }

    /** Nothing is certified that the vault does not say. */
    private Instant destruction(DataKeyId dataKey) {
        return vault.destroyedAt(dataKey)
                .orElseThrow(() -> new IllegalStateException("data key " + dataKey.value() + " is not destroyed"));
    }

    /** A day more than the clocks say, because they are looked at daily. */
    private Instant latest(Instant endedAt) {
        var leftovers = schedule.ends(RetentionClock.LEFTOVERS, endedAt);
        var outputs = schedule.ends(RetentionClock.WITHDRAWN_OUTPUTS, endedAt);
        return (outputs.isAfter(leftovers) ? outputs : leftovers).plus(2, ChronoUnit.DAYS);
    }

    private String place(LikenessId likeness) {
        var index = trail.latestIndexOf(likeness.value().toString());
        var tree = trail.checkpoint();
        return (index.isPresent() ? "entry " + index.getAsLong() : "an entry") + " of the tree with " + tree.size()
                + " entries and root " + tree.rootHashHex();
    }
}
