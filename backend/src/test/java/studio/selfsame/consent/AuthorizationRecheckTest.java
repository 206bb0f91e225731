package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.identity.Person;

/** What a worker asks before each step. */
@ConsentTest
class AuthorizationRecheckTest {
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
    SettableClock clock;

    @Autowired
    HeardRecords heard;

    @Autowired
    JdbcClient jdbc;

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
    }

    @AfterEach
    void mend() {
        people.failing(false);
    }

    @Test
    void recheck_loadedByItsId_holdsAndRecordsNothingMore() {
        int before = Decided.about(jdbc, use.subject()).size();
        assertThatCode(() -> authorizer.recheck(authorizer.load(authorization.id()), use))
                .doesNotThrowAnyException();
        assertThat(Decided.about(jdbc, use.subject())).hasSize(before);
        assertThat(heard.of(UseRefused.class, use.subject())).isEmpty();
    }

    @Test
    void recheck_withdrawnBetweenTwoSegments_refusesTheSecond() {
        authorizer.recheck(authorization, use);
        withdrawals.withdraw(person.id(), use.likeness());
        assertThat(refusals(authorization, use)).containsExactly("consent-withdrawn");
        assertThat(heard.of(UseRefused.class, use.subject())).hasSize(1);
    }

    @Test
    void recheck_verificationStaleByNow_refuses() {
        people.verify(person, Duration.ofDays(31));
        assertThat(refusals(authorization, use)).containsExactly("verification-stale");
    }

    @Test
    void recheck_atItsLastMoment_holdsAndThenExpires() {
        clock.advance(Duration.ofHours(6).minusNanos(1_000));
        assertThatCode(() -> authorizer.recheck(authorization, use)).doesNotThrowAnyException();
        clock.advance(Duration.ofNanos(1_000));
        assertThat(refusals(authorization, use)).containsExactly("authorization-expired");
    }

    @Test
    void recheck_forAnotherSubjectOrPurpose_refuses() {
        var otherSubject = new Use(use.likeness(), use.purpose(), UUID.randomUUID());
        var otherPurpose = new Use(use.likeness(), Use.Purpose.CREATE_LIKENESS, use.subject());
        assertThat(refusals(authorization, otherSubject)).containsExactly("authorization-other-use");
        assertThat(refusals(authorization, otherPurpose)).containsExactly("authorization-other-use");
    }

    @Test
    void recheck_forSomebodyElsesLikeness_tellsAllReasons() {
        var other = new Use(register.open(people.verified().id()), use.purpose(), use.subject());
        assertThat(refusals(authorization, other))
                .containsExactly("authorization-other-use", "consent-not-given", "own-likeness", "use-not-granted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expires_at = expires_at + interval '1 second'",
                "issued_at = issued_at - interval '1 second'",
                "subject = gen_random_uuid()",
                "likeness_id = gen_random_uuid()",
                "requester = gen_random_uuid()",
                "purpose = 'CREATE_LIKENESS'",
                "signature = sha256(signature)",
                "signature = ''"
            })
    void recheck_rowAlteredInTheDatabase_refuses(String alteration) {
        jdbc.sql("update consent_authorization set " + alteration + " where id = :id")
                .param("id", authorization.id())
                .update();
        var altered = authorizer.load(authorization.id());
        assertThat(refusals(altered, altered.use())).containsExactly("authorization-forged");
    }

    @Test
    void recheck_issuedByAnotherStudio_refuses(@TempDir Path otherHome) {
        var otherStudio =
                new AuthorizationSeal(AuthorizationKey.openOrGenerate(otherHome.resolve("authorization.key")));
        var foreign = otherStudio.issue(use, person.id(), authorization.issuedAt(), authorization.expiresAt());
        assertThat(refusals(foreign, use)).containsExactly("authorization-forged");
    }

    @Test
    void recheck_factsCannotBeGathered_refuses() {
        people.failing(true);
        assertThat(refusals(authorization, use)).containsExactly("decision-error");
    }

    private List<String> refusals(Authorization handed, Use wanted) {
        return catchThrowableOfType(AuthorizationRefusedException.class, () -> authorizer.recheck(handed, wanted))
                .reasons()
                .stream()
                .map(AuthorizationDecision.Reason::policyId)
                .toList();
    }
}
