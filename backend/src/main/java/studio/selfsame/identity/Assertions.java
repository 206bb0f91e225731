package studio.selfsame.identity;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.client.ClientDataType;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.identity.CeremonyRow.Purpose;
import studio.selfsame.identity.Passkeys.Assertion;
import studio.selfsame.identity.Passkeys.Ceremony;

/** Asks registered passkeys and judges what they answer. */
@Component
class Assertions {
    private static final int DIGEST_BYTES = 32;

    private final PasskeySettings settings;
    private final PasskeyTable passkeys;
    private final Ceremonies ceremonies;
    private final WebAuthnLibrary library;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate apart;

    Assertions(
            PasskeySettings settings,
            PasskeyTable passkeys,
            Ceremonies ceremonies,
            WebAuthnLibrary library,
            ApplicationEventPublisher events,
            PlatformTransactionManager manager) {
        this.settings = settings;
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.library = library;
        this.events = events;
        // a ceremony stays spent, and a warning stays recorded, although what they were for is refused
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A passkey that stands has signed, and when. */
    record Proven(PasskeyRow passkey, Instant at) {}

    private record Judged(
            Set<PasskeyReason> reasons, @Nullable Proven proven) {}

    /** @param about 32 bytes with which the challenge begins */
    Ceremony begin(PersonId person, Purpose purpose, byte[] about) {
        requireDigest(about);
        var standing = passkeys.standing(person);
        if (standing.isEmpty()) {
            throw PasskeyProblems.none();
        }
        var row = ceremonies.begin(person, purpose, about);
        return new Ceremony(
                row.id(),
                settings.relyingParty(),
                Base64Url.of(row.challenge()),
                standing.stream()
                        .map(passkey -> Base64Url.of(passkey.credentialId()))
                        .toList(),
                row.expiresAt());
    }

    /** @throws PasskeyRefusedException with every reason when it does not hold */
    Proven verify(PersonId person, Purpose purpose, byte[] about, Assertion assertion) {
        requireDigest(about);
        var judged = apart.execute(status -> judge(person, purpose, about, assertion));
        if (judged.proven() == null) {
            throw new PasskeyRefusedException(judged.reasons());
        }
        return judged.proven();
    }

    private Judged judge(PersonId person, Purpose purpose, byte[] about, Assertion assertion) {
        var asked = ceremonies.spend(assertion.ceremony(), person, purpose, about);
        var checks = new WebAuthnChecks(settings);
        checks.found().addAll(asked.reasons());
        var answer = library.read(assertion).orElse(null);
        if (answer == null) {
            checks.require(false, PasskeyReason.ANSWER_UNREADABLE);
            return new Judged(checks.found(), null);
        }
        checks.client(answer.getCollectedClientData(), ClientDataType.WEBAUTHN_GET, asked.challenge());
        checks.authenticator(answer.getAuthenticatorData());
        var passkey = passkeys.findToJudge(person, answer.getCredentialId()).orElse(null);
        if (passkey == null) {
            checks.require(false, PasskeyReason.PASSKEY_UNKNOWN);
            return new Judged(checks.found(), null);
        }
        checks.require(passkey.revokedAt() == null, PasskeyReason.PASSKEY_REVOKED);
        checks.require(
                answer.getAuthenticatorData().isFlagBE() == passkey.backupEligible(), PasskeyReason.BACKUP_STATE_WRONG);
        checks.signature(answer, library.key(passkey));
        if (checks.found().isEmpty() && asked.challenge() != null) {
            return count(answer, passkey, asked.challenge(), checks);
        }
        return new Judged(checks.found(), null);
    }

    /** Whose signature it is not has no say about how often the passkey was used, so this comes last. */
    private Judged count(AuthenticationData answer, PasskeyRow passkey, byte[] challenge, WebAuthnChecks checks) {
        var told = answer.getAuthenticatorData().getSignCount();
        if (WebAuthnChecks.hasGoneBack(passkey.signCount(), told)) {
            events.publishEvent(new PasskeyCounterWentBack(passkey.id(), passkey.person(), passkey.signCount(), told));
            checks.require(false, PasskeyReason.COUNTER_WENT_BACK);
            return new Judged(checks.found(), null);
        }
        if (!library.accepts(answer, challenge, passkey)) {
            checks.require(false, PasskeyReason.STANDARD_VIOLATED);
            return new Judged(checks.found(), null);
        }
        var now = ceremonies.now();
        passkeys.used(passkey.id(), told, now);
        return new Judged(checks.found(), new Proven(passkey, now));
    }

    private static void requireDigest(byte[] about) {
        if (about.length != DIGEST_BYTES) {
            throw new IllegalArgumentException("what is signed is named by 32 bytes, and these are " + about.length);
        }
    }
}
