package studio.selfsame.release;

import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import studio.selfsame.identity.Passkeys;
import studio.selfsame.identity.Person;
import studio.selfsame.policy.Decision;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.release.document.DocumentSeal;
import studio.selfsame.release.document.SignatureEvidence;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Both sides sign the newest version with their passkeys: the organisation first, then the talent, which seals it. */
@Service
@ConditionalOnWebApplication
class Signing {
    /** As every refusal names its reasons to whoever asked. */
    private static final TypeReference<List<Decision.Reason>> REASONS = new TypeReference<>() {};

    private final Releases releases;
    private final ReleaseDoor door;
    private final VersionRows versions;
    private final Passkeys passkeys;
    private final Steps steps;
    private final Documents documents;
    private final DocumentSeal seal;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    Signing(
            Releases releases,
            ReleaseDoor door,
            VersionRows versions,
            Passkeys passkeys,
            Steps steps,
            Documents documents,
            DocumentSeal seal,
            ApplicationEventPublisher events,
            JsonMapper json) {
        this.releases = releases;
        this.door = door;
        this.versions = versions;
        this.passkeys = passkeys;
        this.steps = steps;
        this.documents = documents;
        this.seal = seal;
        this.events = events;
        this.json = json;
    }

    /** @param digest of the two documents that the signature will be over, 64 hex digits */
    record Begun(int version, Side side, String digest, Passkeys.Ceremony ceremony) {}

    /** Begins a ceremony for whoever may sign now. */
    @Transactional
    public Begun begin(Person person, ReleaseId id) {
        var release = door.openToAnybody(id);
        var newest = release.newest();
        var side = newest.studio().isEmpty() ? Side.STUDIO : Side.TALENT;
        var action = side == Side.STUDIO ? PolicyAction.SIGN_FOR_STUDIO : PolicyAction.COUNTERSIGN_RELEASE;
        steps.requireBeforeSigning(action, person, release);
        var digest = newest.digest().orElseThrow(ReleaseProblems::notBound);
        if (side == Side.STUDIO) {
            requireNamed(person, release);
        }
        try {
            var ceremony = passkeys.begin(person.id(), HexFormat.of().parseHex(digest));
            return new Begun(newest.number(), side, digest, ceremony);
        } catch (ProblemException e) {
            throw recorded(action, person, release, e);
        }
    }

    @Transactional
    public Release signForStudio(Person person, ReleaseId id, Passkeys.Assertion assertion) {
        var release = door.openToAnybody(id);
        var signature = verified(PolicyAction.SIGN_FOR_STUDIO, person, release, assertion);
        steps.requireToSign(PolicyAction.SIGN_FOR_STUDIO, person, signature.at(), release);
        requireNamed(person, release);
        var newest = release.newest();
        versions.sign(id, newest.number(), Side.STUDIO, digest(newest), signature);
        events.publishEvent(ReleaseRecord.signedByStudio(release, newest, person.id()));
        return releases.find(id).orElseThrow();
    }

    /**
     * No seal, no signature: both are kept, or neither.
     *
     * @param read that the person says they have read the contract
     */
    @Transactional
    public Release countersign(Person person, ReleaseId id, Passkeys.Assertion assertion, boolean read) {
        if (!read) {
            throw ReleaseProblems.unusable(
                    "Nobody signs what they have not read.",
                    "Read the contract, say so with `read`, and send it again.");
        }
        var release = door.openToAnybody(id);
        var signature = verified(PolicyAction.COUNTERSIGN_RELEASE, person, release, assertion);
        steps.requireToSign(PolicyAction.COUNTERSIGN_RELEASE, person, signature.at(), release);
        var newest = release.newest();
        versions.sign(id, newest.number(), Side.TALENT, digest(newest), signature);
        var sealedSha256 = seal(release, newest, signature);
        versions.seal(id, newest.number(), sealedSha256);
        events.publishEvent(ReleaseRecord.countersigned(release, newest, person.id(), sealedSha256));
        return releases.find(id).orElseThrow();
    }

    /** @return SHA-256 of the sealed PDF */
    private String seal(Release release, Version version, Passkeys.Signature talent) {
        var studio =
                versions.signature(release.id(), version.number(), Side.STUDIO).orElseThrow();
        var pdf = documents.read(release.dataKey(), Documents.Place.of(release, version, Documents.Paper.PDF));
        var sealed = seal.seal(pdf, new SignatureEvidence(digest(version), studio, talent));
        documents.write(release.dataKey(), Documents.Place.of(release, version, Documents.Paper.SEALED), sealed);
        return Sha256.hex(sealed);
    }

    private Passkeys.Signature verified(
            PolicyAction action, Person person, Release release, Passkeys.Assertion assertion) {
        try {
            return passkeys.verify(person.id(), HexFormat.of().parseHex(digest(release.newest())), assertion);
        } catch (ProblemException e) {
            throw recorded(action, person, release, e);
        }
    }

    /** The contract names who signs for the organisation; a colleague's signature would be under another one. */
    private void requireNamed(Person person, Release release) {
        if (!release.newest().signer().equals(person.id())) {
            steps.refuse(
                    PolicyAction.SIGN_FOR_STUDIO,
                    person,
                    release,
                    List.of(new Decision.Reason(
                            "signatory-of-another-name",
                            "The contract names somebody else as who signs for the organisation.")));
        }
    }

    private ProblemException recorded(PolicyAction action, Person person, Release release, ProblemException refusal) {
        var told = refusal.particulars().get("reasons");
        var reasons = told == null
                ? List.of(
                        new Decision.Reason("passkey-refused", refusal.problem().cause()))
                : json.convertValue(told, REASONS);
        steps.record(action, person, release, reasons);
        return refusal;
    }

    private static String digest(Version version) {
        return version.digest().orElseThrow(ReleaseProblems::notBound);
    }
}
