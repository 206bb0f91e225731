package studio.selfsame.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.Decisions;
import studio.selfsame.identity.Person;
import studio.selfsame.policy.Authentication;
import studio.selfsame.policy.Decision;
import studio.selfsame.policy.Matter;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.policy.PolicyDecisionPoint;
import studio.selfsame.policy.PolicyRequest;

/** Asks policy about every step with a release, with the facts as they are now; every answer is recorded. */
@Component
class Steps {
    private final ReleaseFactsReader facts;
    private final Requesters requesters;
    private final Decisions decisions;
    private final PolicyDecisionPoint policy;
    private final ReleaseClock clock;

    Steps(
            ReleaseFactsReader facts,
            Requesters requesters,
            Decisions decisions,
            PolicyDecisionPoint policy,
            ReleaseClock clock) {
        this.facts = facts;
        this.requesters = requesters;
        this.decisions = decisions;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * For a step with the newest version, by somebody signed in as they are.
     *
     * @throws AuthorizationRefusedException with all reasons, which are recorded by then
     */
    void require(PolicyAction action, Person person, Release release) {
        decide(
                request(action, person, requesters.signedIn(person), release),
                release.id().value());
    }

    /** For a signature under the newest version, made with the person's passkey at that moment. */
    void requireToSign(PolicyAction action, Person person, Instant signedAt, Release release) {
        decide(
                request(action, person, passkey(Duration.between(signedAt, clock.now())), release),
                release.id().value());
    }

    /**
     * Whether the person may sign once their passkey answers. Only a refusal is recorded: nothing is permitted until the
     * passkey has answered.
     */
    void requireBeforeSigning(PolicyAction action, Person person, Release release) {
        var request = request(action, person, passkey(Duration.ZERO), release);
        if (policy.decide(request) instanceof Decision.Deny(var reasons)) {
            refuse(action, person, release, reasons);
        }
    }

    /** For a decision about a use, under the version that counts. */
    void requireToDecide(Person person, Release release, ReleaseUse use) {
        var step = new Matter.Step(
                facts.facts(release, release.counting(), Optional.empty()),
                Optional.of(use.askedBy().value()));
        var requester = requesters.of(person, requesters.signedIn(person), release);
        decide(
                new PolicyRequest(PolicyAction.APPROVE_USE, requester, clock.now(), facts.likeness(release), step),
                use.id().value());
    }

    /** Records a refusal for reasons that policy need not be asked about, and throws it. */
    void refuse(PolicyAction action, Person person, Release release, List<Decision.Reason> reasons) {
        record(action, person, release, reasons);
        throw refused(reasons);
    }

    /** Records a refusal that the caller throws. */
    void record(PolicyAction action, Person person, Release release, List<Decision.Reason> reasons) {
        decisions.refused(
                action,
                person.id().value(),
                facts.likeness(release).id(),
                release.id().value(),
                reasons);
    }

    private PolicyRequest request(PolicyAction action, Person person, Authentication how, Release release) {
        var step = new Matter.Step(facts.facts(release, release.newest(), Optional.empty()), Optional.empty());
        return new PolicyRequest(
                action, requesters.of(person, how, release), clock.now(), facts.likeness(release), step);
    }

    private void decide(PolicyRequest request, UUID subject) {
        if (decisions.decide(request, subject) instanceof Decision.Deny(var reasons)) {
            throw refused(reasons);
        }
    }

    private static Authentication passkey(Duration age) {
        return new Authentication.SignedIn(2, age, true);
    }

    private static AuthorizationRefusedException refused(List<Decision.Reason> reasons) {
        return new AuthorizationRefusedException(
                ReleaseProblems.STAGE,
                reasons.stream()
                        .map(reason -> new AuthorizationDecision.Reason(reason.policyId(), reason.text()))
                        .toList());
    }
}
