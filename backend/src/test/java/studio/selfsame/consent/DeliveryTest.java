package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.identity.Person;
import studio.selfsame.policy.OutputMarks;

/** The last question before a file leaves. */
@ConsentTest
class DeliveryTest {
    private static final OutputMarks WHOLE = new OutputMarks(true, true, true);

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

    @Autowired
    HeardRecords heard;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Person person;
    private Use use;
    private Authorization authorization;

    @BeforeEach
    void authorizeARender() {
        person = people.verified(Person.Role.CREATOR);
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
        use = new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, UUID.randomUUID());
        authorization = ((AuthorizationDecision.Permitted) authorizer.authorize(person, use)).authorization();
        jdbc.sql("delete from consent_decision where subject = ?")
                .param(use.subject())
                .update();
    }

    @AfterEach
    void mend() {
        heard.reset();
    }

    @Test
    void recheckDelivery_whole_isPermittedAndRecorded() {
        deliver(WHOLE);
        assertThat(Decided.about(jdbc, use.subject()))
                .extracting(Decided::action, Decided::outcome)
                .contains(tuple("DELIVER_OUTPUT", "permit"));
        assertThat(heard.of(DeliveryPermitted.class, use.subject()))
                .singleElement()
                .satisfies(record -> assertThat(record.facts())
                        .containsEntry("authorization", authorization.id().toString())
                        .containsEntry("policies", "own-likeness"));
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, true, output-without-watermark",
        "true, false, true, output-without-label",
        "true, true, false, output-without-credentials",
    })
    void recheckDelivery_oneMarkMissing_isRefusedAndRecorded(
            boolean watermarked, boolean labelled, boolean credentialed, String reason) {
        var refused = catchThrowableOfType(
                AuthorizationRefusedException.class,
                () -> deliver(new OutputMarks(watermarked, labelled, credentialed)));
        assertThat(refused.reasons())
                .extracting(AuthorizationDecision.Reason::policyId)
                .containsExactly(reason);
        assertThat(Decided.about(jdbc, use.subject())).anySatisfy(row -> {
            assertThat(row.action()).isEqualTo("DELIVER_OUTPUT");
            assertThat(row.outcome()).isEqualTo("deny");
            assertThat(row.policyIds()).containsExactly(reason);
        });
        assertThat(heard.of(UseRefused.class, use.subject())).hasSize(1);
        assertThat(heard.of(DeliveryPermitted.class, use.subject())).isEmpty();
    }

    @Test
    void recheckDelivery_nothingInOrder_tellsAllReasonsAtOnce() {
        withdrawals.withdraw(person.id(), use.likeness());
        var refused = catchThrowableOfType(
                AuthorizationRefusedException.class, () -> deliver(new OutputMarks(false, false, false)));
        assertThat(refused.reasons())
                .extracting(AuthorizationDecision.Reason::policyId)
                .containsExactly(
                        "consent-withdrawn",
                        "output-without-credentials",
                        "output-without-label",
                        "output-without-watermark");
    }

    @Test
    void recheckDelivery_cannotBeAudited_endsTheDelivery() {
        heard.failOn(DeliveryPermitted.class);
        assertThatThrownBy(() -> deliver(WHOLE)).hasMessageContaining("trail cannot be written");
        assertThat(Decided.about(jdbc, use.subject())).isEmpty();
    }

    @Test
    void recheckDelivery_outsideATransaction_isAnError() {
        assertThatThrownBy(() -> authorizer.recheckDelivery(authorization, use, WHOLE))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private void deliver(OutputMarks found) {
        transaction.executeWithoutResult(status -> authorizer.recheckDelivery(authorization, use, found));
    }
}
