package studio.selfsame.enrolment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.consent.Use;
import studio.selfsame.enrolment.EnrolmentRow.State;
import studio.selfsame.identity.Person;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkQueue;

/** Takes footage in: sealed as it arrives, under the data key of the likeness it is for. */
@Service
class FootageIntake {
    private final EnrolmentTable table;
    private final UploadLimit limit;
    private final Authorizer authorizer;
    private final LikenessRegister register;
    private final Vault vault;
    private final WorkQueue work;
    private final FootageErasure erasure;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FootageIntake(
            EnrolmentTable table,
            EnrolmentSettings settings,
            Authorizer authorizer,
            LikenessRegister register,
            Vault vault,
            WorkQueue work,
            FootageErasure erasure,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.limit = new UploadLimit(
                "enrolment",
                settings.maxBytes(),
                "Cut it shorter or save it at a lower bit rate: one to three minutes are plenty.");
        this.authorizer = authorizer;
        this.register = register;
        this.vault = vault;
        this.work = work;
        this.erasure = erasure;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Footage that is on its way. */
    @FunctionalInterface
    interface Upload {
        InputStream open() throws IOException;
    }

    /** Before a byte is read. */
    void admit(long contentLength) {
        limit.admit(contentLength);
    }

    /**
     * Reads the upload to its end. Whatever goes wrong, nothing is left of it.
     *
     * @throws AuthorizationRefusedException with all reasons, before a byte is read, when policy does not let them enrol
     */
    EnrolmentRow receive(Person person, Upload upload) throws IOException {
        EnrolmentRow row = Objects.requireNonNull(transaction.execute(status -> begin(person)));
        boolean kept = false;
        try {
            CountedUpload footage = new CountedUpload(upload.open(), limit);
            vault.seal(row.dataKey(), row.footage(), footage::transferTo);
            String sha256 = footage.sha256Hex();
            kept = Boolean.TRUE.equals(transaction.execute(status -> complete(row, sha256, footage.bytes())));
        } finally {
            if (!kept) {
                erasure.erase(row);
                table.delete(row.id());
            }
        }
        return table.find(row.id()).orElseThrow();
    }

    private EnrolmentRow begin(Person person) {
        EnrolmentId id = new EnrolmentId(UUID.randomUUID());
        LikenessId likeness = register.open(person.id());
        Use use = new Use(likeness, Use.Purpose.ENROL_FOOTAGE, id.value());
        if (authorizer.authorize(person, use) instanceof AuthorizationDecision.Refused refused) {
            throw new AuthorizationRefusedException("enrolment", refused.reasons());
        }
        EnrolmentRow row = new EnrolmentRow(
                id, person.id(), likeness, vault.createKey(), State.RECEIVING, null, null, null, clock.instant());
        table.insert(row);
        return row;
    }

    private boolean complete(EnrolmentRow row, String sha256, long bytes) {
        if (!table.received(row.id(), sha256, bytes)) {
            return false;
        }
        work.submit(FootageAnalysis.KIND, row.id().value(), 0, WorkQueue.Priority.NORMAL);
        events.publishEvent(new FootageReceived(row.id(), row.likeness(), row.person(), sha256));
        return true;
    }
}
