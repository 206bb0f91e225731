package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.identity.Person;
import studio.selfsame.policy.PolicyDecisionPoint;

@ConsentTest
class AuthorizerTest {
    @Autowired
    Authorizer authorizer;

    @Autowired
    LikenessRegister register;

    @Autowired
    Consents consents;

    @Autowired
    PolicyDecisionPoint policy;

    @Autowired
    KnownPeople people;

    @Autowired
    HeardRecords heard;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void mend() {
        people.failing(false);
        heard.reset();
    }

    @Test
    void authorize_ownGrantedLikeness_issuesAnAuthorizationForThisUse() {
        var person = people.verified(Person.Role.CREATOR);
        var use = render(granted(person));
        var decision = (AuthorizationDecision.Permitted) authorizer.authorize(person, use);
        var authorization = decision.authorization();
        assertThat(decision.policyIds()).containsExactly("own-likeness");
        assertThat(authorization.use()).isEqualTo(use);
        assertThat(authorization.requester()).isEqualTo(person.id());
        assertThat(Duration.between(authorization.issuedAt(), authorization.expiresAt()))
                .hasHours(6);
        assertThat(authorization.toString()).isEqualTo("Authorization[" + authorization.id() + "]");
    }

    @Test
    void authorize_permitted_isRecordedWithWhatItWasMadeFrom() {
        var person = people.verified(Person.Role.CREATOR);
        var use = render(granted(person));
        authorizer.authorize(person, use);
        assertThat(Decided.about(jdbc, use.subject())).hasSize(2).allSatisfy(row -> {
            assertThat(row.outcome()).isEqualTo("permit");
            assertThat(row.policyIds()).containsExactly("own-likeness");
            assertThat(row.policySet()).isEqualTo(policy.policySetHash());
            assertThat(row.schema()).isEqualTo(policy.schemaHash());
            assertThat(row.facts()).matches("[0-9a-f]{64}");
        });
        assertThat(Decided.about(jdbc, use.subject()))
                .extracting(Decided::action)
                .containsExactly("RENDER_PERFORMANCE", "DELIVER_OUTPUT");
        assertThat(heard.of(UsePermitted.class, use.subject()))
                .singleElement()
                .satisfies(record -> assertThat(record.facts())
                        .containsEntry("policies", "own-likeness")
                        .containsEntry("policySetSha256", policy.policySetHash())
                        .containsKeys("authorization", "factsSha256.RENDER_PERFORMANCE", "factsSha256.DELIVER_OUTPUT"));
    }

    @Test
    void authorize_nothingInOrder_tellsAllReasonsAtOnce() {
        var likeness = register.open(people.verified().id());
        var stranger = people.unverified(Person.Role.OPERATOR);
        var use = new Use(likeness, Use.Purpose.CREATE_LIKENESS, UUID.randomUUID());
        var refused = (AuthorizationDecision.Refused) authorizer.authorize(stranger, use);
        assertThat(refused.reasons())
                .containsExactly(
                        reason("consent-not-given", "The person shown has not given their consent to anything yet."),
                        reason(
                                "create-not-granted",
                                "The person shown has not granted that their likeness is created."),
                        reason("own-likeness", "This is not your own likeness. Only the person it shows can use it."),
                        reason("verification-missing", "Your identity has not been verified."));
        assertThat(Decided.about(jdbc, use.subject())).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo("deny");
            assertThat(row.policyIds())
                    .containsExactly("consent-not-given", "create-not-granted", "own-likeness", "verification-missing");
        });
    }

    @Test
    void authorize_renderRefused_namesEachReasonOnce() {
        var person = people.verified();
        var use = render(register.open(person.id()));
        assertThat(refusals(person, use)).containsExactly("consent-not-given", "use-not-granted");
    }

    @Test
    void authorize_staleVerification_isRefused() {
        var person = people.unverified();
        people.verify(person, Duration.ofDays(30).plusSeconds(1));
        assertThat(refusals(person, render(granted(person)))).containsExactly("verification-stale");
    }

    @Test
    void authorize_refusedAndCallerRollsBack_staysRecorded() {
        var person = people.verified();
        var use = render(register.open(person.id()));
        var caller = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> caller.executeWithoutResult(status -> {
                    var refused = (AuthorizationDecision.Refused) authorizer.authorize(person, use);
                    throw new AuthorizationRefusedException("rendering", refused.reasons());
                }))
                .isInstanceOf(AuthorizationRefusedException.class);
        assertThat(Decided.about(jdbc, use.subject())).hasSize(2);
        assertThat(heard.of(UseRefused.class, use.subject()))
                .singleElement()
                .satisfies(record -> assertThat(record.facts())
                        .containsEntry("policies", "consent-not-given,use-not-granted")
                        .containsEntry("person", person.id().value().toString()));
    }

    @Test
    void authorize_permittedAndCallerRollsBack_leavesNoAuthorization() {
        var person = people.verified();
        var use = render(granted(person));
        var caller = new TransactionTemplate(transactions);
        var authorization = caller.execute(status -> {
            status.setRollbackOnly();
            return ((AuthorizationDecision.Permitted) authorizer.authorize(person, use)).authorization();
        });
        assertThat(Decided.about(jdbc, use.subject())).isEmpty();
        assertThatThrownBy(() -> authorizer.load(authorization.id())).hasMessageContaining("no authorization");
    }

    @Test
    void authorize_factsCannotBeGathered_isRefusedAndRecorded() {
        var person = people.verified();
        var use = render(granted(person));
        people.failing(true);
        assertThat(refusals(person, use)).containsExactly("decision-error");
        assertThat(Decided.about(jdbc, use.subject()))
                .singleElement()
                .satisfies(row -> assertThat(row.policyIds()).containsExactly("decision-error"));
    }

    @Test
    void authorize_permissionCannotBeAudited_isRefusedAndLeavesNoAuthorization() {
        var person = people.verified();
        var use = render(granted(person));
        heard.failOn(UsePermitted.class);
        assertThat(refusals(person, use)).containsExactly("decision-error");
        assertThat(authorizationsFor(use)).isZero();
    }

    @Test
    void authorize_refusalCannotBeAudited_isRefusedAllTheSame() {
        var person = people.verified();
        heard.failOn(UseRefused.class);
        assertThat(refusals(person, render(register.open(person.id()))))
                .containsExactly("consent-not-given", "use-not-granted");
    }

    @Test
    void authorize_unknownLikeness_isRefusedAndRecorded() {
        var use = render(new LikenessId(UUID.randomUUID()));
        assertThat(refusals(people.verified(), use)).containsExactly("likeness-unknown");
        assertThat(Decided.about(jdbc, use.subject())).hasSize(1);
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

    private static Use render(LikenessId likeness) {
        return new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, UUID.randomUUID());
    }

    private List<String> refusals(Person person, Use use) {
        return ((AuthorizationDecision.Refused) authorizer.authorize(person, use))
                .reasons().stream().map(AuthorizationDecision.Reason::policyId).toList();
    }

    private int authorizationsFor(Use use) {
        return jdbc.sql("select count(*) from consent_authorization where subject = :subject")
                .param("subject", use.subject())
                .query(Integer.class)
                .single();
    }

    private static AuthorizationDecision.Reason reason(String id, String text) {
        return new AuthorizationDecision.Reason(id, text);
    }
}
