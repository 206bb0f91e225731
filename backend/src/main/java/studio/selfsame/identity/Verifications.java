package studio.selfsame.identity;

import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.identity.VerificationRow.State;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.PublicFigure;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkQueue;

/** Takes portraits and referees' decisions. */
@Service
class Verifications {
    static final String STAGE = "verification";

    private final VerificationTable table;
    private final Vault vault;
    private final WorkQueue work;
    private final VerificationMedia media;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Verifications(
            VerificationTable table,
            Vault vault,
            WorkQueue work,
            VerificationMedia media,
            Clock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.vault = vault;
        this.work = work;
        this.media = media;
        this.clock = clock;
        this.events = events;
    }

    /** Seals the portrait under a data key of its own and has it checked by a worker. */
    @Transactional(rollbackFor = Exception.class)
    VerificationRow submit(PersonId person, Portrait portrait) throws IOException {
        var row = new VerificationRow(
                UUID.randomUUID(),
                person,
                State.CHECKING,
                vault.createKey(),
                portrait.mediaType(),
                portrait.sha256(),
                clock.instant(),
                null,
                null,
                null,
                Age.UNKNOWN,
                PublicFigure.UNKNOWN);
        media.destroyOnRollback(row);
        insertOnlyOpenOne(row);
        vault.seal(row.dataKey(), row.portrait(), out -> out.write(portrait.bytes()));
        work.submit(PortraitCheck.KIND, row.id(), 0, WorkQueue.Priority.INTERACTIVE);
        return row;
    }

    /** A referee's decision; approved or not, the portrait itself is no longer needed and goes. */
    @Transactional
    VerificationRow decide(UUID id, Person referee, Decision decision) {
        var row = require(id);
        if (row.person().equals(referee.id())) {
            throw refused("a referee cannot decide about themselves");
        }
        var to = decision.approved() ? State.APPROVED : State.REJECTED;
        if (!table.move(id, State.AWAITING_REFEREE, to)) {
            throw new ProblemException(
                    ProblemException.Kind.CONFLICT,
                    new Problem(
                            STAGE,
                            "this verification is `" + row.state().text() + "`, not awaiting a referee",
                            "Nothing was changed.",
                            "Reload the list of verifications that wait."));
        }
        table.decide(id, referee.id(), clock.instant(), decision);
        var decided = require(id);
        var evidence = DigestUtils.sha256Hex(decision.evidence());
        if (decision.approved()) {
            events.publishEvent(new IdentityVerified(decided, referee.id(), evidence));
            media.erasePortraitOnCommit(row);
        } else {
            events.publishEvent(new VerificationRejected(decided, referee.id(), evidence));
            media.destroyOnCommit(row);
        }
        return decided;
    }

    /** For its own person and for referees; unknown to everybody else. */
    VerificationRow visible(UUID id, Person asker) {
        var row = require(id);
        if (!row.person().equals(asker.id()) && !asker.roles().contains(Person.Role.REFEREE)) {
            throw unknown(id);
        }
        return row;
    }

    private void insertOnlyOpenOne(VerificationRow row) {
        try {
            table.insert(row);
        } catch (DuplicateKeyException e) {
            throw new ProblemException(
                    ProblemException.Kind.CONFLICT,
                    new Problem(
                            STAGE,
                            "a portrait of yours is being checked already",
                            "This portrait was not kept.",
                            "Wait for the referee's decision on the one before."),
                    e);
        }
    }

    private VerificationRow require(UUID id) {
        return table.find(id).orElseThrow(() -> unknown(id));
    }

    static ProblemException refused(String cause) {
        return new ProblemException(
                ProblemException.Kind.REFUSED,
                new Problem(STAGE, cause, "Nothing was changed.", "Ask a referee who is somebody else."));
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(
                ProblemException.Kind.UNKNOWN,
                new Problem(
                        STAGE,
                        "there is no verification `" + id + "` for you",
                        "Nothing was done.",
                        "Look at /api/me for your own."));
    }

    /**
     * @param evidence what the referee saw, e.g. kind of document; never empty
     * @param note may be empty
     * @param age ADULT, MINOR, or UNKNOWN where the referee does not say
     * @param publicFigure UNKNOWN where the referee does not say
     */
    record Decision(boolean approved, String evidence, String note, Age age, PublicFigure publicFigure) {}
}
