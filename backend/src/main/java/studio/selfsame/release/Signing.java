package studio.selfsame.release;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.identity.Passkeys;
import studio.selfsame.identity.Person;
import studio.selfsame.policy.Decision;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.release.document.DocumentSeal;
import studio.selfsame.release.document.SignatureEvidence;

/**
 * Both sides sign the newest version with their passkeys: the organisation first, then the talent, which seals it.
 *
 * <p>The passkey is asked and judged outside of any transaction, because its ceremony is spent in one of its own: whoever
 * held one meanwhile would need two connections at once. So the release is locked afterwards and looked at again.
 */
@Service
@ConditionalOnWebApplication
class Signing {
    private final Releases releases;
    private final ReleaseDoor door;
    private final VersionRows versions;
    private final Signatories signatories;
    private final Steps steps;
    private final Documents documents;
    private final DocumentSeal seal;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Signing(
            Releases releases,
            ReleaseDoor door,
            VersionRows versions,
            Signatories signatories,
            Steps steps,
            Documents documents,
            DocumentSeal seal,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.releases = releases;
        this.door = door;
        this.versions = versions;
        this.signatories = signatories;
        this.steps = steps;
        this.documents = documents;
        this.seal = seal;
        this.events = events;
        this.transaction = transaction;
    }

    /** @param digest of the two documents that the signature will be over, 64 hex digits */
    record Begun(int version, Side side, String digest, Passkeys.Ceremony ceremony) {}

    /** Begins a ceremony for whoever may sign now. */
    Begun begin(Person person, ReleaseId id) {
        var release = door.showToAnybody(id);
        var newest = release.newest();
        var side = newest.studio().isEmpty() ? Side.STUDIO : Side.TALENT;
        var action = side == Side.STUDIO ? PolicyAction.SIGN_FOR_STUDIO : PolicyAction.COUNTERSIGN_RELEASE;
        signatories.require(action, person, release);
        var ceremony = signatories.ask(action, person, release);
        return new Begun(newest.number(), side, Signatories.digest(newest), ceremony);
    }

    Release signForStudio(Person person, ReleaseId id, Passkeys.Assertion assertion) {
        return sign(PolicyAction.SIGN_FOR_STUDIO, person, id, assertion, (release, signature) -> {
            var newest = release.newest();
            versions.sign(id, newest.number(), Side.STUDIO, Signatories.digest(newest), signature);
            events.publishEvent(ReleaseRecord.signedByStudio(release, newest, person.id()));
        });
    }

    /**
     * No seal, no signature: both are kept, or neither.
     *
     * @param read that the person says they have read the contract
     */
    Release countersign(Person person, ReleaseId id, Passkeys.Assertion assertion, boolean read) {
        if (!read) {
            throw ReleaseProblems.unusable(
                    "Nobody signs what they have not read.",
                    "Read the contract, say so with `read`, and send it again.");
        }
        return sign(PolicyAction.COUNTERSIGN_RELEASE, person, id, assertion, (release, signature) -> {
            var newest = release.newest();
            versions.sign(id, newest.number(), Side.TALENT, Signatories.digest(newest), signature);
            var sealedSha256 = seal(release, newest, signature);
            versions.seal(id, newest.number(), sealedSha256);
            events.publishEvent(ReleaseRecord.countersigned(release, newest, person.id(), sealedSha256));
        });
    }

    private Release sign(
            PolicyAction action,
            Person person,
            ReleaseId id,
            Passkeys.Assertion assertion,
            BiConsumer<Release, Passkeys.Signature> keep) {
        var shown = door.showToAnybody(id);
        var signature = signatories.verified(action, person, shown, assertion);
        // refused here already, so that its record needs no second connection
        signatories.require(action, person, shown);
        var signed = transaction.execute(status -> {
            var release = door.openToAnybody(id);
            if (!release.newest().digest().equals(shown.newest().digest())) {
                return Optional.<Release>empty();
            }
            steps.requireToSign(action, person, signature.at(), release);
            keep.accept(release, signature);
            return releases.find(id);
        });
        if (signed.isEmpty()) {
            steps.refuse(
                    action,
                    person,
                    shown,
                    List.of(
                            new Decision.Reason(
                                    "release-changed-meanwhile",
                                    "The newest version was changed while it was being signed; nobody has signed the new one.")));
        }
        return signed.orElseThrow();
    }

    /** @return SHA-256 of the sealed PDF */
    private String seal(Release release, Version version, Passkeys.Signature talent) {
        var studio =
                versions.signature(release.id(), version.number(), Side.STUDIO).orElseThrow();
        var pdf = documents.read(release.dataKey(), Documents.Place.of(release, version, Documents.Paper.PDF));
        var sealed = seal.seal(pdf, new SignatureEvidence(Signatories.digest(version), studio, talent));
        documents.write(release.dataKey(), Documents.Place.of(release, version, Documents.Paper.SEALED), sealed);
        return DigestUtils.sha256Hex(sealed);
    }
}
