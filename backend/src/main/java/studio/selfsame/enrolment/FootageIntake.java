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
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.enrolment.EnrolmentRow.State;
import studio.selfsame.identity.People;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkQueue;

/** Takes footage in: sealed as it arrives, under the data key of the likeness it is for. */
@Service
class FootageIntake {
    private final EnrolmentTable table;
    private final EnrolmentSettings settings;
    private final People people;
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
            People people,
            LikenessRegister register,
            Vault vault,
            WorkQueue work,
            FootageErasure erasure,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.settings = settings;
        this.people = people;
        this.register = register;
        this.vault = vault;
        this.work = work;
        this.erasure = erasure;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Before a byte is read. Only somebody whom a referee has identified may hand in footage. */
    void admit(PersonId person, long contentLength) {
        if (people.verificationOf(person).isEmpty()) {
            throw new ProblemException(
                    ProblemException.Kind.REFUSED,
                    new Problem(
                            "enrolment",
                            "Nobody has confirmed yet that you are the person in your portrait.",
                            "The footage was not received.",
                            "Send a portrait and wait until a referee has approved it."));
        }
        if (contentLength > settings.maxBytes()) {
            throw CountedFootage.tooLarge(settings.maxBytes());
        }
    }

    /** Reads the upload to its end. Whatever goes wrong, nothing is left of it. */
    EnrolmentRow receive(PersonId person, InputStream upload) throws IOException {
        EnrolmentRow row = Objects.requireNonNull(transaction.execute(status -> begin(person)));
        CountedFootage footage = new CountedFootage(upload, settings.maxBytes());
        boolean kept = false;
        try {
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

    private EnrolmentRow begin(PersonId person) {
        EnrolmentRow row = new EnrolmentRow(
                new EnrolmentId(UUID.randomUUID()),
                person,
                register.open(person),
                vault.createKey(),
                State.RECEIVING,
                null,
                null,
                null,
                clock.instant());
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
