package studio.selfsame.consent;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Authentication;
import studio.selfsame.policy.LikenessFacts;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.policy.PolicyDecisionPoint;
import studio.selfsame.policy.PolicyRequest;
import studio.selfsame.policy.PolicyRole;
import studio.selfsame.policy.Requester;
import studio.selfsame.policy.Verification;

/** Gathers the facts as they are now and asks policy. */
@Component
class UseJudge {
    private final LikenessTable likenesses;
    private final ConsentStanding standing;
    private final People people;
    private final PolicyDecisionPoint policy;
    private final ConsentClock clock;

    UseJudge(
            LikenessTable likenesses,
            ConsentStanding standing,
            People people,
            PolicyDecisionPoint policy,
            ConsentClock clock) {
        this.likenesses = likenesses;
        this.standing = standing;
        this.people = people;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * To be called in a transaction: until it ends the likeness cannot be withdrawn, so that what the caller writes with
     * the answer is either seen by the withdrawal or never written.
     */
    Ruling rule(Person person, Use use) {
        var requester = requester(person.id(), person.roles(), authentication(person));
        return rule(requester, use.purpose(), likenesses.findAgainstWithdrawal(use.likeness()));
    }

    /**
     * The same where work goes on that was allowed to them before. Nobody is signed in there, so no roles are claimed; none
     * would help.
     */
    Ruling ruleUnattended(PersonId person, Use use) {
        var requester = requester(person, Set.of(), new Authentication.Unattended());
        return rule(requester, use.purpose(), likenesses.findAgainstWithdrawal(use.likeness()));
    }

    /** What the answer would be now. It holds nothing back and is good for nothing but to be read. */
    Ruling explain(Person person, LikenessId likeness, Use.Purpose purpose) {
        var requester = requester(person.id(), person.roles(), authentication(person));
        return rule(requester, purpose, likenesses.find(likeness));
    }

    private Ruling rule(Requester requester, Use.Purpose purpose, Optional<RegisteredLikeness> likeness) {
        var now = clock.now();
        return likeness.map(this::facts)
                .map(facts -> Ruling.of(actions(purpose).stream()
                        .map(action -> PolicyRequest.own(action, requester, now, facts))
                        .map(request -> new Ruling.Answer(request, policy.decide(request)))
                        .toList()))
                .orElseGet(() -> Ruling.refused(RefusalReason.LIKENESS_UNKNOWN.reason()));
    }

    private LikenessFacts facts(RegisteredLikeness likeness) {
        return standing.of(likeness).facts(people.verificationOf(likeness.owner()));
    }

    private Requester requester(PersonId person, Set<Person.Role> roles, Authentication authentication) {
        return new Requester(
                person.value(), verification(person), policyRoles(roles), authentication, Optional.empty());
    }

    private Authentication authentication(Person person) {
        return new Authentication.SignedIn(
                person.assuranceLevel(), Duration.between(person.authenticatedAt(), clock.now()), person.canStepUp());
    }

    /** Nothing is rendered that could not be delivered, so both are asked each time. */
    private static List<PolicyAction> actions(Use.Purpose purpose) {
        return switch (purpose) {
            case CREATE_LIKENESS -> List.of(PolicyAction.CREATE_LIKENESS);
            case RENDER_PERFORMANCE -> List.of(PolicyAction.RENDER_PERFORMANCE, PolicyAction.DELIVER_OUTPUT);
        };
    }

    private Verification verification(PersonId person) {
        var now = clock.now();
        return people.verificationOf(person)
                .<Verification>map(known -> new Verification.Approved(Duration.between(known.decidedAt(), now)))
                .orElseGet(Verification.None::new);
    }

    private static Set<PolicyRole> policyRoles(Set<Person.Role> roles) {
        var asked = EnumSet.noneOf(PolicyRole.class);
        for (var role : roles) {
            asked.add(
                    switch (role) {
                        case CREATOR -> PolicyRole.CREATOR;
                        case REFEREE -> PolicyRole.REFEREE;
                        case OPERATOR -> PolicyRole.OPERATOR;
                    });
        }
        return asked;
    }
}
