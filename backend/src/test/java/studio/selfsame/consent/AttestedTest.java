package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import studio.selfsame.identity.Person;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.PublicFigure;

/** What a referee said of somebody's age and of who knows them decides with. */
@ConsentTest
class AttestedTest {
    @Autowired
    Authorizer authorizer;

    @Autowired
    LikenessRegister register;

    @Autowired
    Consents consents;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    KnownPeople people;

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, UNKNOWN, ''",
        "ADULT, NO, ''",
        "ADULT, CONFIRMED, ''",
        "ADULT, UNCONFIRMED, public-figure-not-confirmed",
        "MINOR, NO, minor-not-cleared minor-without-guardian",
        "MINOR, UNCONFIRMED, minor-not-cleared minor-without-guardian public-figure-not-confirmed"
    })
    void render_ofOnesOwnLikeness_isDecidedByWhatTheRefereeSaid(Age age, PublicFigure figure, String refusals) {
        var person = people.verified(Person.Role.CREATOR);
        var likeness = granted(person);
        people.attest(person, Duration.ZERO, age, figure);

        assertThat(String.join(" ", refusals(person, likeness))).isEqualTo(refusals);
    }

    @Test
    void withdrawal_ofAMinor_asksNobody() {
        var person = people.verified(Person.Role.CREATOR);
        var likeness = granted(person);
        people.attest(person, Duration.ZERO, Age.MINOR, PublicFigure.UNCONFIRMED);
        people.failing(true);
        try {
            withdrawals.withdraw(person.id(), likeness);
        } finally {
            people.failing(false);
        }
        assertThat(refusals(person, likeness)).contains("consent-withdrawn");
    }

    private List<String> refusals(Person person, LikenessId likeness) {
        var use = new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, UUID.randomUUID());
        return switch (authorizer.authorize(person, use)) {
            case AuthorizationDecision.Permitted permitted -> List.of();
            case AuthorizationDecision.Refused(var reasons) ->
                reasons.stream()
                        .map(AuthorizationDecision.Reason::policyId)
                        .sorted()
                        .toList();
        };
    }

    private LikenessId granted(Person person) {
        var likeness = register.open(person.id());
        consents.grant(
                person.id(),
                new GrantForm(
                        likeness.value(),
                        true,
                        true,
                        true,
                        false,
                        true,
                        ConsentTexts.current().getFirst().sha256()));
        return likeness;
    }
}
