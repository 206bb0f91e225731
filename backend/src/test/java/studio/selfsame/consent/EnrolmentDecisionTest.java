package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.identity.Person;

/** May this person hand in footage for that likeness? */
@ConsentTest
class EnrolmentDecisionTest {
    @Autowired
    Authorizer authorizer;

    @Autowired
    LikenessRegister register;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    KnownPeople people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void authorize_ownLikenessBeforeAnyGrant_isPermittedAndRecorded() {
        var person = people.verified(Person.Role.CREATOR);
        var use = enrol(register.open(person.id()));
        var permitted = (AuthorizationDecision.Permitted) authorizer.authorize(person, use);
        assertThat(permitted.policyIds()).containsExactly("own-likeness");
        assertThat(Decided.about(jdbc, use.subject()))
                .singleElement()
                .satisfies(row -> assertThat(row.action()).isEqualTo("ENROL_FOOTAGE"));
    }

    @Test
    void authorize_nothingInOrder_tellsAllReasonsAtOnceAndIsRecorded() {
        var owner = people.verified();
        var likeness = register.open(owner.id());
        withdrawals.withdraw(owner.id(), likeness);
        var use = enrol(likeness);
        var refused = (AuthorizationDecision.Refused) authorizer.authorize(people.unverified(), use);
        assertThat(refused.reasons())
                .extracting(AuthorizationDecision.Reason::policyId)
                .containsExactly("consent-withdrawn", "own-likeness", "verification-missing");
        assertThat(Decided.about(jdbc, use.subject())).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("ENROL_FOOTAGE");
            assertThat(row.outcome()).isEqualTo("deny");
        });
    }

    private static Use enrol(LikenessId likeness) {
        return new Use(likeness, Use.Purpose.ENROL_FOOTAGE, UUID.randomUUID());
    }
}
