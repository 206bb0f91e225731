package studio.selfsame.release;

import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.Passkeys;
import studio.selfsame.identity.Person;
import studio.selfsame.policy.Decision;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.problem.ProblemException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Judges whether somebody may sign the newest version, and whether their passkey has; every refusal is recorded. */
@Component
@ConditionalOnWebApplication
class Signatories {
    /** As every refusal names its reasons to whoever asked. */
    private static final TypeReference<List<Decision.Reason>> REASONS = new TypeReference<>() {};

    private final Passkeys passkeys;
    private final Steps steps;
    private final JsonMapper json;

    Signatories(Passkeys passkeys, Steps steps, JsonMapper json) {
        this.passkeys = passkeys;
        this.steps = steps;
        this.json = json;
    }

    /** The contract names who signs for the organisation; a colleague's signature would be under another name. */
    void require(PolicyAction action, Person person, Release release) {
        steps.requireBeforeSigning(action, person, release);
        if (action == PolicyAction.SIGN_FOR_STUDIO && !release.newest().signer().equals(person.id())) {
            steps.refuse(
                    action,
                    person,
                    release,
                    List.of(new Decision.Reason(
                            "signatory-of-another-name",
                            "The contract names somebody else as who signs for the organisation.")));
        }
    }

    Passkeys.Ceremony ask(PolicyAction action, Person person, Release release) {
        var digest = HexFormat.of().parseHex(digest(release.newest()));
        try {
            return passkeys.begin(person.id(), digest);
        } catch (ProblemException e) {
            throw recorded(action, person, release, e);
        }
    }

    Passkeys.Signature verified(PolicyAction action, Person person, Release release, Passkeys.Assertion assertion) {
        var digest = HexFormat.of().parseHex(digest(release.newest()));
        try {
            return passkeys.verify(person.id(), digest, assertion);
        } catch (ProblemException e) {
            throw recorded(action, person, release, e);
        }
    }

    /** Of both documents, 64 hex digits. */
    static String digest(Version version) {
        return version.digest().orElseThrow(ReleaseProblems::notBound);
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
}
