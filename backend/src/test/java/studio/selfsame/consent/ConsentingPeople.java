package studio.selfsame.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import studio.selfsame.identity.IdentityVerification;
import studio.selfsame.identity.People;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.PublicFigure;

/** For the tests of other rooms: everybody was verified a moment ago as an adult whom few know, and consent is given and withdrawn for real. */
@TestConfiguration(proxyBeanMethods = false)
@Import(ConsentingPeople.Desk.class)
public class ConsentingPeople {
    @Bean
    @Primary
    People verifiedPeople(Clock clock) {
        return new Verified(clock);
    }

    /** Gives and withdraws consent through the room's own services. */
    public static class Desk {
        private final LikenessRegister register;
        private final Consents consents;
        private final GrantTable grants;
        private final ConsentClock clock;
        private final ObjectProvider<Withdrawals> withdrawals;

        Desk(
                LikenessRegister register,
                Consents consents,
                GrantTable grants,
                ConsentClock clock,
                ObjectProvider<Withdrawals> withdrawals) {
            this.register = register;
            this.consents = consents;
            this.grants = grants;
            this.clock = clock;
            this.withdrawals = withdrawals;
        }

        /** A likeness of this person with every box ticked but the one for the voice. */
        public LikenessId granted(PersonId person) {
            LikenessId likeness = register.open(person);
            agreeAgain(person, likeness);
            return likeness;
        }

        /** A likeness of this person with every box ticked. */
        public LikenessId grantedWithVoice(PersonId person) {
            LikenessId likeness = register.open(person);
            grant(person, likeness, true);
            return likeness;
        }

        /** The same as it was agreed to with every box, the one for the voice too, before there was a third text. */
        public LikenessId grantedBesideText2(PersonId person) {
            LikenessId likeness = register.open(person);
            ConsentText text = ConsentTexts.find(2, "en").orElseThrow();
            new GrantForm(likeness.value(), true, true, true, true, true, text.sha256())
                    .grants(likeness, text, clock.now())
                    .forEach(grants::insert);
            return likeness;
        }

        /** Beside the current text, as {@link #granted}. */
        public void agreeAgain(PersonId person, LikenessId likeness) {
            grant(person, likeness, false);
        }

        private void grant(PersonId person, LikenessId likeness, boolean voice) {
            consents.grant(
                    person,
                    new GrantForm(
                            likeness.value(),
                            true,
                            true,
                            true,
                            voice,
                            true,
                            ConsentTexts.current().getFirst().sha256()));
        }

        public void withdraw(PersonId person, LikenessId likeness) {
            withdrawals.getObject().withdraw(person, likeness);
        }
    }

    private record Verified(Clock clock) implements People {
        @Override
        public Person current() {
            return new Person(new PersonId(UUID.randomUUID()), Set.of(Person.Role.CREATOR), 1, clock.instant(), false);
        }

        @Override
        public Optional<IdentityVerification> verificationOf(PersonId person) {
            Instant now = clock.instant();
            return Optional.of(new IdentityVerification(
                    UUID.randomUUID(), person, now, UUID.randomUUID(), Age.ADULT, PublicFigure.NO));
        }
    }
}
