package studio.selfsame.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import studio.selfsame.consent.ReleasedUses.ReleasedUse;
import studio.selfsame.identity.OrganisationId;
import studio.selfsame.identity.Organisations;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Authentication;
import studio.selfsame.policy.Content;
import studio.selfsame.policy.LikenessFacts;
import studio.selfsame.policy.Matter;
import studio.selfsame.policy.Membership;
import studio.selfsame.policy.OutputMarks;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.policy.PolicyDecisionPoint;
import studio.selfsame.policy.PolicyRequest;
import studio.selfsame.policy.PolicyRole;
import studio.selfsame.policy.Requester;

/** Gathers the facts as they are now and asks policy. */
@Component
class UseJudge {
    private final LikenessTable likenesses;
    private final ConsentStanding standing;
    private final ReleasedUses releases;
    private final Organisations organisations;
    private final People people;
    private final PolicyDecisionPoint policy;
    private final ConsentClock clock;

    UseJudge(
            LikenessTable likenesses,
            ConsentStanding standing,
            ReleasedUses releases,
            Organisations organisations,
            People people,
            PolicyDecisionPoint policy,
            ConsentClock clock) {
        this.likenesses = likenesses;
        this.standing = standing;
        this.releases = releases;
        this.organisations = organisations;
        this.people = people;
        this.policy = policy;
        this.clock = clock;
    }

    /** Who asks, and whether they are there. */
    private record Asker(PersonId person, Set<PolicyRole> roles, Authentication authentication) {}

    /** What a use is about, as it is on record. */
    private record Known(Optional<RegisteredLikeness> likeness, Optional<ReleasedUse> released) {}

    /**
     * To be called in a transaction: until it ends neither can the likeness be withdrawn nor its release change, so that
     * what the caller writes with the answer is either seen by the withdrawal or never written.
     *
     * @param spoken what is to be said, where something is
     */
    Ruling rule(Person person, Use use, Optional<Spoken> spoken) {
        var known = held(use);
        var otherwise = spoken.flatMap(
                        said -> known.released().map(said::against).filter(reasons -> !reasons.isEmpty()))
                .orElse(List.of());
        return rule(signedIn(person), use, known, Optional.empty()).and(otherwise);
    }

    /**
     * The same where work goes on that was allowed to them before. Nobody is signed in there, so no roles are claimed; none
     * would help.
     *
     * @param found what the finished output bears, once there is one
     */
    Ruling ruleUnattended(PersonId person, Use use, Optional<OutputMarks> found) {
        return rule(new Asker(person, Set.of(), new Authentication.Unattended()), use, held(use), found);
    }

    /** What the answer would be now. It holds nothing back and is good for nothing but to be read. */
    Ruling explain(Person person, Use use) {
        var known = new Known(
                likenesses.find(use.likeness()),
                use.under().flatMap(under -> releases.read(under.use(), under.length())));
        return rule(signedIn(person), use, known, Optional.empty());
    }

    /** First the likeness, then the release: whoever ends either takes their locks in the same order. */
    private Known held(Use use) {
        var likeness = likenesses.findAgainstWithdrawal(use.likeness());
        return new Known(
                likeness, use.under().flatMap(under -> releases.find(under.use(), under.length(), use.subject())));
    }

    private Ruling rule(Asker asker, Use use, Known known, Optional<OutputMarks> found) {
        if (known.likeness().isEmpty()) {
            return Ruling.refused(RefusalReason.LIKENESS_UNKNOWN.reason());
        }
        if (use.under().isPresent() && known.released().isEmpty()) {
            return Ruling.refused(RefusalReason.RELEASE_USE_UNKNOWN.reason());
        }
        var now = clock.now();
        var facts = facts(known.likeness().get());
        var requester = requester(asker, known.released());
        return Ruling.of(actions(use.purpose()).stream()
                .map(action ->
                        new PolicyRequest(action, requester, now, facts, matter(action, known.released(), found)))
                .map(request -> new Ruling.Answer(request, policy.decide(request)))
                .toList());
    }

    private static Matter matter(PolicyAction action, Optional<ReleasedUse> released, Optional<OutputMarks> found) {
        return new Matter.Use(
                released.map(ReleasedUse::content).orElseGet(Content.Undeclared::new),
                released.map(use -> new Matter.UnderRelease(use.release(), use.terms())),
                found.filter(marks -> action == PolicyAction.DELIVER_OUTPUT));
    }

    private LikenessFacts facts(RegisteredLikeness likeness) {
        return standing.of(likeness).facts(people.verificationOf(likeness.owner()));
    }

    /** Under a release they ask in the name of the organisation that it is made out to, if they still act for it. */
    private Requester requester(Asker asker, Optional<ReleasedUse> released) {
        var membership = released.flatMap(use -> membership(asker.person(), use));
        return new Requester(
                asker.person().value(),
                people.verificationOf(asker.person(), clock.now()),
                asker.roles(),
                asker.authentication(),
                membership);
    }

    private Optional<Membership> membership(PersonId person, ReleasedUse use) {
        var organisation = new OrganisationId(use.release().organisation());
        return organisations
                .membership(person, organisation)
                .map(of -> new Membership(of.organisation().value(), of.roles()));
    }

    private Asker signedIn(Person person) {
        return new Asker(person.id(), person.policyRoles(), person.authentication(clock.now()));
    }

    /** Nothing is rendered that could not be delivered, so both are asked each time. */
    private static List<PolicyAction> actions(Use.Purpose purpose) {
        return switch (purpose) {
            case ENROL_FOOTAGE -> List.of(PolicyAction.ENROL_FOOTAGE);
            case CREATE_LIKENESS -> List.of(PolicyAction.CREATE_LIKENESS);
            case RENDER_PERFORMANCE -> List.of(PolicyAction.RENDER_PERFORMANCE, PolicyAction.DELIVER_OUTPUT);
        };
    }
}
