package studio.selfsame.consent;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
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
    Ruling rule(PersonId person, Set<Person.Role> roles, Use use) {
        return likenesses
                .findAgainstWithdrawal(use.likeness())
                .map(standing::of)
                .map(found -> {
                    var requester = new Requester(person.value(), verification(person), policyRoles(roles));
                    return Ruling.of(actions(use.purpose()).stream()
                            .map(action -> new PolicyRequest(action, requester, found.facts()))
                            .map(request -> new Ruling.Answer(request, policy.decide(request)))
                            .toList());
                })
                .orElseGet(() -> Ruling.refused(RefusalReason.LIKENESS_UNKNOWN.reason()));
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
