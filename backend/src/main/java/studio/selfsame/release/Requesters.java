package studio.selfsame.release;

import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.Organisations;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Authentication;
import studio.selfsame.policy.Membership;
import studio.selfsame.policy.Requester;

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
                people.verificationOf(person.id(), clock.now()),
                person.policyRoles(),
                authentication,
                membership(person.id(), release));
    }

    Authentication signedIn(Person person) {
        return person.authentication(clock.now());
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
}
