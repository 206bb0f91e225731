package studio.selfsame.consent;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.selfsame.identity.IdentityVerification;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.PublicFigure;

/** People as a test says they are. */
class KnownPeople implements People {
    private final Clock clock;
    private final Map<PersonId, IdentityVerification> verifications = new HashMap<>();
    private Person current;
    private boolean failing;

    KnownPeople(Clock clock) {
        this.clock = clock;
        this.current = unverified(Person.Role.CREATOR);
    }

    Person unverified(Person.Role... roles) {
        return new Person(new PersonId(UUID.randomUUID()), Set.of(roles), 1, clock.instant(), false);
    }

    Person verified(Person.Role... roles) {
        var person = unverified(roles);
        verify(person, Duration.ZERO);
        return person;
    }

    void verify(Person person, Duration ago) {
        attest(person, ago, Age.ADULT, PublicFigure.NO);
    }

    void attest(Person person, Duration ago, Age age, PublicFigure figure) {
        verifications.put(
                person.id(),
                new IdentityVerification(
                        UUID.randomUUID(), person.id(), clock.instant().minus(ago), UUID.randomUUID(), age, figure));
    }

    void signIn(Person person) {
        current = person;
    }

    void failing(boolean fails) {
        failing = fails;
    }

    @Override
    public Person current() {
        return current;
    }

    @Override
    public Optional<IdentityVerification> verificationOf(PersonId person) {
        if (failing) {
            throw new IllegalStateException("people cannot be looked up");
        }
        return Optional.ofNullable(verifications.get(person));
    }
}
