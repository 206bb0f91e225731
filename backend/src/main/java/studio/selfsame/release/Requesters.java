package studio.selfsame.release;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.Organisations;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Authentication;
import studio.selfsame.policy.Membership;
import studio.selfsame.policy.PolicyRole;
import studio.selfsame.policy.Requester;
import studio.selfsame.policy.Verification;

/** Tells policy who asks. */
@Component
class Requesters {
    private final People people;
    private final Organisations organisations;
    private final ReleaseClock clock;

    Requesters(People people, Organisations organisations, ReleaseClock clock) {
        this.people = people;
        this.organisations = organisations;
        this.clock = clock;
    }

    Requester of(Person person, Authentication authentication, Release release) {
        return new Requester(
                person.id().value(),
                verification(person.id()),
                roles(person),
                authentication,
                membership(person.id(), release));
    }

    Authentication signedIn(Person person) {
        return new Authentication.SignedIn(
                person.assuranceLevel(), Duration.between(person.authenticatedAt(), clock.now()), person.canStepUp());
    }

    private Verification verification(PersonId person) {
        var now = clock.now();
        return people.verificationOf(person)
                .<Verification>map(known -> new Verification.Approved(Duration.between(known.decidedAt(), now)))
                .orElseGet(Verification.None::new);
    }

    /**
     * That in the release's organisation; else any other, so that the reason is named that the release belongs to none of
     * theirs. The talent may belong to whatever organisation.
     */
    private Optional<Membership> membership(PersonId person, Release release) {
        return organisations
                .membership(person, release.organisation())
                .or(() -> release.isSignatory(person)
                        ? Optional.empty()
                        : organisations.memberships(person).stream().findFirst())
                .map(of -> new Membership(of.organisation().value(), of.roles()));
    }

    private static Set<PolicyRole> roles(Person person) {
        var roles = EnumSet.noneOf(PolicyRole.class);
        for (var role : person.roles()) {
            roles.add(
                    switch (role) {
                        case CREATOR -> PolicyRole.CREATOR;
                        case REFEREE -> PolicyRole.REFEREE;
                        case OPERATOR -> PolicyRole.OPERATOR;
                    });
        }
        return roles;
    }
}
