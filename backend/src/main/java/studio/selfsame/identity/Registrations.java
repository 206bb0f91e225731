package studio.selfsame.identity;

import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.client.ClientDataType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.identity.CeremonyRow.Purpose;
import studio.selfsame.identity.PasskeyController.Answer;
import studio.selfsame.problem.ProblemException;

/** Takes new passkeys, and revokes old ones. */
@Service
class Registrations {
    static final int LONGEST_LABEL = 60;
    static final int MOST = 20;
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final int SECOND_LEVEL = 2;
    private static final byte[] NOTHING = {};

    private final PasskeySettings settings;
    private final PasskeyTable table;
    private final Ceremonies ceremonies;
    private final WebAuthnLibrary library;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Registrations(
            PasskeySettings settings,
            PasskeyTable table,
            Ceremonies ceremonies,
            WebAuthnLibrary library,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.table = table;
        this.ceremonies = ceremonies;
        this.library = library;
        this.events = events;
        this.transaction = transaction;
    }

    /** @param handle by which authenticators know the person, 32 bytes */
    record Begun(CeremonyRow ceremony, byte[] handle, List<PasskeyRow> standing) {}

    /** @param refused why this person may not add any, whatever they answered */
    private record Judged(
            Optional<ProblemException> refused,
            Set<PasskeyReason> reasons,
            @Nullable PasskeyRow registered) {}

    @Transactional
    Begun begin(Person person) {
        var handle = table.handle(person.id(), Ceremonies.random());
        var standing = table.standing(person.id());
        refusal(person, standing).ifPresent(refused -> {
            throw refused;
        });
        return new Begun(ceremonies.begin(person.id(), Purpose.REGISTRATION, NOTHING), handle, standing);
    }

    /** @throws PasskeyRefusedException with every reason when the answer does not hold; the ceremony is spent then too */
    PasskeyRow complete(Person person, Answer answer) {
        var faults = new Faults();
        faults.addAll("the label", ShownText.faults(answer.label(), LONGEST_LABEL));
        faults.refuse(
                PasskeyProblems.STAGE,
                "No passkey was registered; the question to your browser still stands.",
                "Give a label of 1 to " + LONGEST_LABEL + " characters by which you will know the passkey again.");
        // nothing is thrown in there, or the ceremony would not stay spent
        var judged = transaction.execute(status -> judge(person, answer));
        judged.refused().ifPresent(refused -> {
            throw refused;
        });
        if (judged.registered() == null) {
            throw new PasskeyRefusedException(judged.reasons());
        }
        return judged.registered();
    }

    @Transactional
    void revoke(Person person, UUID id) {
        table.lock(person.id());
        var passkey = table.standing(person.id(), id).orElseThrow(() -> PasskeyProblems.unknown(id));
        if (!hasSteppedUp(person)) {
            throw PasskeyProblems.stepUpFirst();
        }
        table.revoke(passkey.id(), ceremonies.now());
        events.publishEvent(new PasskeyRevoked(passkey.id(), person.id()));
    }

    private Judged judge(Person person, Answer answer) {
        table.lock(person.id());
        var asked = ceremonies.spend(answer.ceremony(), person.id(), Purpose.REGISTRATION, NOTHING);
        var checks = new WebAuthnChecks(settings);
        checks.found().addAll(asked.reasons());
        // the account may have got a passkey since the question was put
        var refused = refusal(person, table.standing(person.id()));
        var read = library.read(answer).orElse(null);
        if (read == null) {
            checks.require(false, PasskeyReason.ANSWER_UNREADABLE);
            return new Judged(refused, checks.found(), null);
        }
        var data = read.getAttestationObject().getAuthenticatorData();
        checks.client(read.getCollectedClientData(), ClientDataType.WEBAUTHN_CREATE, asked.challenge());
        checks.authenticator(data);
        checks.newKey(data.getAttestedCredentialData());
        if (refused.isPresent() || !checks.found().isEmpty() || asked.challenge() == null) {
            return new Judged(refused, checks.found(), null);
        }
        var row = row(person.id(), answer, data);
        if (row.isEmpty() || !library.accepts(read, asked.challenge())) {
            checks.require(false, PasskeyReason.STANDARD_VIOLATED);
            return new Judged(refused, checks.found(), null);
        }
        return new Judged(refused, checks.found(), insert(row.get(), checks));
    }

    private @Nullable PasskeyRow insert(PasskeyRow row, WebAuthnChecks checks) {
        if (!table.insert(row)) {
            checks.require(false, PasskeyReason.PASSKEY_TAKEN);
            return null;
        }
        events.publishEvent(new PasskeyRegistered(row.id(), row.person(), DigestUtils.sha256Hex(row.publicKey())));
        return row;
    }

    private Optional<PasskeyRow> row(PersonId person, Answer answer, AuthenticatorData<?> data) {
        return Optional.ofNullable(data.getAttestedCredentialData())
                .flatMap(key -> library.publicKey(key).map(known -> row(person, answer, data, key, known)));
    }

    private PasskeyRow row(
            PersonId person, Answer answer, AuthenticatorData<?> data, AttestedCredentialData key, byte[] publicKey) {
        return new PasskeyRow(
                UUID.randomUUID(),
                person,
                key.getCredentialId(),
                library.write(key),
                publicKey,
                data.getSignCount(),
                data.isFlagBE(),
                ShownText.kept(answer.label()),
                ceremonies.now(),
                null,
                null);
    }

    /** A stolen session must not be able to add a passkey of the thief's. */
    private Optional<ProblemException> refusal(Person person, List<PasskeyRow> standing) {
        if (standing.size() >= MOST) {
            return Optional.of(PasskeyProblems.tooMany(MOST));
        }
        if (standing.isEmpty()) {
            return isFresh(person) ? Optional.empty() : Optional.of(PasskeyProblems.signInFirst());
        }
        return hasSteppedUp(person) ? Optional.empty() : Optional.of(PasskeyProblems.stepUpFirst());
    }

    private boolean hasSteppedUp(Person person) {
        return person.assuranceLevel() >= SECOND_LEVEL && isFresh(person);
    }

    private boolean isFresh(Person person) {
        return Duration.between(person.authenticatedAt(), ceremonies.now()).compareTo(FRESH) <= 0;
    }
}
