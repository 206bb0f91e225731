package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.identity.Person;
import studio.selfsame.policy.Approval;
import studio.selfsame.policy.Authentication;
import studio.selfsame.policy.Decision;
import studio.selfsame.policy.Language;
import studio.selfsame.policy.Matter;
import studio.selfsame.policy.Medium;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.policy.PolicyDecisionPoint;
import studio.selfsame.policy.PolicyRequest;
import studio.selfsame.policy.Purpose;
import studio.selfsame.policy.ReleaseFacts;
import studio.selfsame.policy.ReleasePeriod;
import studio.selfsame.policy.ReleaseTerms;
import studio.selfsame.policy.Requester;
import studio.selfsame.policy.Signatory;
import studio.selfsame.policy.Suspension;
import studio.selfsame.policy.Term;
import studio.selfsame.policy.Territory;
import studio.selfsame.policy.Verification;

/** Steps of other rooms, decided and recorded here. */
@ConsentTest
class StepDecisionsTest {
    @Autowired
    Decisions decisions;

    @Autowired
    LikenessRegister register;

    @Autowired
    PolicyDecisionPoint policy;

    @Autowired
    KnownPeople people;

    @Autowired
    SettableClock clock;

    @Autowired
    HeardRecords heard;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final UUID release = UUID.randomUUID();
    private Person owner;
    private LikenessId likeness;

    @BeforeEach
    void open() {
        owner = people.verified(Person.Role.CREATOR);
        likeness = register.open(owner.id());
    }

    @AfterEach
    void mend() {
        heard.reset();
    }

    @Test
    void facts_ofALikeness_areThoseThatPolicyIsTold() {
        var facts = register.facts(likeness).orElseThrow();
        assertThat(facts.id()).isEqualTo(likeness.value());
        assertThat(facts.owner()).isEqualTo(owner.id().value());
        assertThat(facts.createGranted()).isFalse();
        assertThat(register.facts(new LikenessId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void step_permitted_isRecordedWithWhatItWasMadeFrom() {
        var request = suspension(owner.id().value());
        assertThat(decisions.decide(request, release)).isEqualTo(new Decision.Permit(List.of("may-suspend")));
        assertThat(Decided.about(jdbc, release))
                .containsExactly(new Decided(
                        "SUSPEND_RELEASE",
                        "permit",
                        List.of("may-suspend"),
                        policy.policySetHash(),
                        policy.schemaHash(),
                        request.snapshotHash()));
        assertThat(heard.of(StepDecided.class, release)).singleElement().satisfies(record -> {
            assertThat(record.kind()).isEqualTo("StepPermitted");
            assertThat(record.facts())
                    .containsOnlyKeys(
                            "action",
                            "person",
                            "likeness",
                            "policies",
                            "policySetSha256",
                            "schemaSha256",
                            "factsSha256.SUSPEND_RELEASE")
                    .containsEntry("action", "SUSPEND_RELEASE")
                    .containsEntry("person", owner.id().value().toString())
                    .containsEntry("likeness", likeness.value().toString())
                    .containsEntry("policies", "may-suspend")
                    .containsEntry("policySetSha256", policy.policySetHash())
                    .containsEntry("schemaSha256", policy.schemaHash())
                    .containsEntry("factsSha256.SUSPEND_RELEASE", request.snapshotHash());
        });
    }

    @Test
    void step_permittedAndCallerRollsBack_leavesNoTrace() {
        var caller = new TransactionTemplate(transactions);
        caller.executeWithoutResult(status -> {
            decisions.decide(suspension(owner.id().value()), release);
            status.setRollbackOnly();
        });
        assertThat(Decided.about(jdbc, release)).isEmpty();
    }

    @Test
    void step_permittedButNotAudited_isNotTaken() {
        heard.failOn(StepDecided.class);
        assertThatThrownBy(() -> decisions.decide(suspension(owner.id().value()), release))
                .hasMessageContaining("cannot be written");
        assertThat(Decided.about(jdbc, release)).isEmpty();
    }

    @Test
    void step_refusedAndCallerRollsBack_staysRecorded() {
        var caller = new TransactionTemplate(transactions);
        caller.executeWithoutResult(status -> {
            assertThat(decisions.decide(suspension(UUID.randomUUID()), release)).isInstanceOf(Decision.Deny.class);
            status.setRollbackOnly();
        });
        assertThat(Decided.about(jdbc, release)).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo("deny");
            assertThat(row.policyIds()).containsExactly("may-suspend");
        });
        assertThat(heard.of(StepDecided.class, release))
                .singleElement()
                .satisfies(record -> assertThat(record.kind()).isEqualTo("StepRefused"));
    }

    @Test
    void step_refusedButNotAudited_isRefusedAllTheSame() {
        heard.failOn(StepDecided.class);
        assertThat(decisions.decide(suspension(UUID.randomUUID()), release)).isInstanceOf(Decision.Deny.class);
        assertThat(Decided.about(jdbc, release)).isEmpty();
    }

    @Test
    void refusal_withoutPolicy_isRecordedWithoutFacts() {
        decisions.refused(
                PolicyAction.SIGN_FOR_STUDIO,
                owner.id().value(),
                likeness.value(),
                release,
                List.of(new Decision.Reason("signature-wrong", "The signature is not one of this passkey.")));
        assertThat(Decided.about(jdbc, release))
                .containsExactly(new Decided(
                        "SIGN_FOR_STUDIO",
                        "deny",
                        List.of("signature-wrong"),
                        policy.policySetHash(),
                        policy.schemaHash(),
                        null));
        assertThat(heard.of(StepDecided.class, release)).singleElement().satisfies(record -> {
            assertThat(record.kind()).isEqualTo("StepRefused");
            assertThat(record.facts())
                    .containsEntry("policies", "signature-wrong")
                    .doesNotContainKey("factsSha256.SIGN_FOR_STUDIO");
        });
    }

    private PolicyRequest suspension(UUID person) {
        var requester = new Requester(
                person,
                new Verification.None(),
                Set.of(),
                new Authentication.SignedIn(1, Duration.ZERO, false),
                Optional.empty());
        return new PolicyRequest(
                PolicyAction.SUSPEND_RELEASE,
                requester,
                clock.instant(),
                register.facts(likeness).orElseThrow(),
                new Matter.Step(release(), Optional.empty()));
    }

    private ReleaseFacts release() {
        var day = LocalDate.of(2026, 11, 1);
        return new ReleaseFacts(
                release,
                likeness.value(),
                UUID.randomUUID(),
                new Signatory(owner.id().value(), Signatory.Capacity.SELF, false),
                true,
                true,
                new ReleasePeriod(day, day.plusYears(1), Optional.empty(), ZoneId.of("Europe/Berlin")),
                Suspension.NO,
                new ReleaseTerms(
                        Set.of(Purpose.ENTERTAINMENT),
                        Set.of(Medium.CINEMA),
                        Set.of(Territory.WORLD),
                        Set.of(new Language("de")),
                        new Term("The Lighthouse"),
                        Set.of(),
                        Set.of(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Approval.NONE));
    }
}
