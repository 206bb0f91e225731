package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.identity.Person;
import studio.selfsame.policy.OrganisationRole;
import studio.selfsame.policy.ReleaseFacts;
import studio.selfsame.policy.Suspension;

/** A producer uses somebody else's likeness under a talent release. */
@ConsentTest
class ReleasedUseTest {
    private static final String SCRIPT = "The harbour is quiet tonight.";
    private static final Duration LENGTH = Duration.ofSeconds(90, 40_000_000);

    @Autowired
    Authorizer authorizer;

    @Autowired
    LikenessRegister register;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    PlayedReleases.Desk releases;

    @Autowired
    KnownPeople people;

    @Autowired
    HeardRecords heard;

    @Autowired
    JdbcClient jdbc;

    private Person talent;
    private Person producer;
    private LikenessId likeness;
    private ReleaseUseId releaseUse;
    private Use use;

    @BeforeEach
    void release() {
        talent = people.verified(Person.Role.CREATOR);
        producer = people.verified(Person.Role.CREATOR);
        likeness = register.open(talent.id());
        releaseUse = releases.released(likeness, talent.id(), producer.id(), SCRIPT);
        use = render(LENGTH);
    }

    @Test
    void authorize_producerOfTheOrganisation_isPermittedByTheReleaseAndBoundToTheUse() {
        var decision = (AuthorizationDecision.Permitted) authorizer.authorize(producer, use);
        assertThat(decision.policyIds()).containsExactly("release-holder");
        var loaded = authorizer.load(decision.authorization().id());
        assertThat(loaded.use()).isEqualTo(use);
        assertThatCode(() -> authorizer.recheck(loaded, use)).doesNotThrowAnyException();
        assertThat(Decided.about(jdbc, use.subject()))
                .extracting(Decided::action, Decided::outcome)
                .containsExactly(tuple("RENDER_PERFORMANCE", "permit"), tuple("DELIVER_OUTPUT", "permit"));
        assertThat(heard.of(UsePermitted.class, use.subject()))
                .singleElement()
                .satisfies(record -> assertThat(record.facts())
                        .containsEntry("releaseUse", releaseUse.value().toString()));
    }

    @Test
    void authorize_sameProducerWithoutNamingTheRelease_isRefused() {
        var own = new Use(likeness, use.purpose(), use.subject());
        assertThat(refusals(producer, own)).containsExactly("consent-not-given", "own-likeness", "use-not-granted");
    }

    @Test
    void authorize_talentUnderTheReleaseMadeOutToOthers_isRefused() {
        assertThat(refusals(talent, use)).containsExactly("release-holder", "release-user-role");
    }

    @Test
    void authorize_producerOfAnotherOrganisation_isRefused() {
        var other = people.verified();
        releases.released(register.open(people.verified().id()), talent.id(), other.id(), SCRIPT);
        assertThat(refusals(other, use)).containsExactly("release-holder", "release-user-role");
    }

    @ParameterizedTest
    @EnumSource(
            value = OrganisationRole.class,
            names = {"RIGHTS_MANAGER", "REVIEWER"})
    void authorize_memberInAnotherRole_isRefused(OrganisationRole role) {
        releases.become(producer.id(), releases.organisationOf(releaseUse), role);
        assertThat(refusals(producer, use)).containsExactly("release-user-role");
    }

    @Test
    void authorize_talentOfWhomNobodySaidAnything_isRefused() {
        var unknown = register.open(people.unverified().id());
        var asked = new Use(unknown, use.purpose(), use.subject(), use.under());
        assertThat(refusals(producer, asked))
                .containsExactly(
                        "age-unknown",
                        "public-figure-not-checked",
                        "release-of-another-likeness",
                        "signatory-not-the-person");
    }

    @Test
    void authorize_unverifiedProducer_isRefused() {
        var unverified = people.unverified();
        releases.become(unverified.id(), releases.organisationOf(releaseUse), OrganisationRole.PRODUCER);
        assertThat(refusals(unverified, use)).containsExactly("verification-missing");
    }

    @Test
    void authorize_useThatNobodyAskedFor_isRefusedAndRecorded() {
        var invented = new Under(new ReleaseUseId(UUID.randomUUID()), LENGTH);
        var asked = new Use(likeness, use.purpose(), use.subject(), Optional.of(invented));
        assertThat(refusals(producer, asked)).containsExactly("release-use-unknown");
        assertThat(Decided.about(jdbc, use.subject())).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo("deny");
            assertThat(row.policyIds()).containsExactly("release-use-unknown");
        });
        assertThat(heard.of(UseRefused.class, use.subject())).hasSize(1);
    }

    @Test
    void authorize_anotherPersonsLikeness_isRefused() {
        var others = register.open(people.verified().id());
        var asked = new Use(others, use.purpose(), use.subject(), use.under());
        assertThat(refusals(producer, asked))
                .containsExactly("release-of-another-likeness", "signatory-not-the-person");
    }

    @Test
    void authorize_anotherScriptInAnotherLanguage_tellsAllReasonsAtOnce() {
        releases.changeRelease(releaseUse, release -> resting(release, Suspension.STRIKE));
        var spoken = new Spoken(sha256("The harbour burns tonight."), Locale.GERMANY);
        var refused = (AuthorizationDecision.Refused) authorizer.authorize(producer, use, spoken);
        assertThat(ids(refused.reasons()))
                .containsExactly("release-other-script", "release-other-language", "release-on-strike");
        assertThat(Decided.about(jdbc, use.subject()))
                .anySatisfy(row ->
                        assertThat(row.policyIds()).containsExactly("release-other-script", "release-other-language"));
    }

    @Test
    void authorize_theScriptThatWasAskedFor_isPermitted() {
        var spoken = new Spoken(sha256(SCRIPT), Locale.US);
        assertThat(authorizer.authorize(producer, use, spoken)).isInstanceOf(AuthorizationDecision.Permitted.class);
    }

    @Test
    void authorize_anythingSaidWithOnesOwnLikeness_isNoBusinessOfAnyRelease() {
        var own = new Use(likeness, use.purpose(), use.subject());
        var refused = (AuthorizationDecision.Refused)
                authorizer.authorize(talent, own, new Spoken(sha256("Anything."), Locale.GERMANY));
        assertThat(ids(refused.reasons())).containsExactly("consent-not-given", "use-not-granted");
    }

    @Test
    void authorize_longerThanWhatIsLeft_isRefused() {
        assertThat(refusals(producer, render(Duration.ofSeconds(120)))).isEmpty();
        assertThat(refusals(producer, render(Duration.ofSeconds(120, 1_000)))).containsExactly("release-minutes");
    }

    @Test
    void recheck_producerLeftTheOrganisation_refuses() {
        var authorization = permitted();
        releases.leave(producer.id());
        assertThat(refusals(authorization, use)).containsExactly("release-holder", "release-user-role");
        assertThat(heard.of(UseRefused.class, use.subject())).hasSize(1);
    }

    @Test
    void recheck_useWithdrawnMeanwhile_refuses() {
        var authorization = permitted();
        releases.withdraw(releaseUse);
        assertThat(refusals(authorization, use)).containsExactly("release-use-unknown");
    }

    @Test
    void recheck_releaseInDisputeMeanwhile_refuses() {
        var authorization = permitted();
        releases.changeRelease(releaseUse, release -> resting(release, Suspension.DISPUTE));
        assertThat(refusals(authorization, use)).containsExactly("release-in-dispute");
    }

    @Test
    void recheck_talentWithdrewMeanwhile_refuses() {
        var authorization = permitted();
        withdrawals.withdraw(talent.id(), likeness);
        assertThat(refusals(authorization, use)).containsExactly("consent-withdrawn");
    }

    @Test
    void recheck_anotherUseLengthOrNone_isAnotherUse() {
        var authorization = permitted();
        var otherUse = releases.released(likeness, talent.id(), producer.id(), SCRIPT);
        var under = new Under(otherUse, LENGTH);
        assertThat(refusals(authorization, new Use(likeness, use.purpose(), use.subject(), Optional.of(under))))
                .containsExactly("authorization-other-use");
        var longer = new Under(releaseUse, LENGTH.plusSeconds(1));
        assertThat(refusals(authorization, new Use(likeness, use.purpose(), use.subject(), Optional.of(longer))))
                .containsExactly("authorization-other-use");
        assertThat(refusals(authorization, new Use(likeness, use.purpose(), use.subject())))
                .contains("authorization-other-use");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release_use = gen_random_uuid()",
                "length_us = length_us + 1",
                "release_use = null, length_us = null",
            })
    void recheck_rowAlteredInTheDatabase_refuses(String alteration) {
        var authorization = permitted();
        alter(authorization, alteration);
        var altered = authorizer.load(authorization.id());
        assertThat(refusals(altered, altered.use())).containsExactly("authorization-forged");
    }

    @Test
    void recheck_releaseWrittenIntoAnAuthorizationOfOnesOwn_refuses() {
        var created = new Use(likeness, Use.Purpose.ENROL_FOOTAGE, use.subject());
        var own = ((AuthorizationDecision.Permitted) authorizer.authorize(talent, created)).authorization();
        alter(own, "release_use = '" + releaseUse.value() + "', length_us = 1");
        var altered = authorizer.load(own.id());
        assertThat(refusals(altered, altered.use())).containsExactly("authorization-forged");
    }

    @Test
    void length_negativeOrFinerThanAMicrosecond_isNoLength() {
        assertThatThrownBy(() -> new Under(releaseUse, Duration.ofSeconds(-1)))
                .hasMessageContaining("whole microseconds");
        assertThatThrownBy(() -> new Under(releaseUse, Duration.ofNanos(1_001)))
                .hasMessageContaining("whole microseconds");
        assertThat(Under.ofMicroseconds(releaseUse, 90_040_000)).isEqualTo(new Under(releaseUse, LENGTH));
        assertThat(new Under(releaseUse, LENGTH).lengthUs()).isEqualTo(90_040_000);
    }

    private void alter(Authorization authorization, String how) {
        assertThat(jdbc.sql("update consent_authorization set " + how + " where id = :id")
                        .param("id", authorization.id())
                        .update())
                .isEqualTo(1);
    }

    private Use render(Duration length) {
        var under = new Under(releaseUse, length);
        return new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, UUID.randomUUID(), Optional.of(under));
    }

    private Authorization permitted() {
        return ((AuthorizationDecision.Permitted) authorizer.authorize(producer, use)).authorization();
    }

    private List<String> refusals(Person person, Use wanted) {
        return switch (authorizer.authorize(person, wanted)) {
            case AuthorizationDecision.Permitted permitted -> List.of();
            case AuthorizationDecision.Refused(var reasons) -> ids(reasons);
        };
    }

    private List<String> refusals(Authorization handed, Use wanted) {
        return ids(catchThrowableOfType(AuthorizationRefusedException.class, () -> authorizer.recheck(handed, wanted))
                .reasons());
    }

    private static List<String> ids(List<AuthorizationDecision.Reason> reasons) {
        return reasons.stream().map(AuthorizationDecision.Reason::policyId).toList();
    }

    private static ReleaseFacts resting(ReleaseFacts release, Suspension why) {
        return new ReleaseFacts(
                release.id(),
                release.likeness(),
                release.organisation(),
                release.signatory(),
                release.studioSigned(),
                release.talentSigned(),
                release.period(),
                why,
                release.terms());
    }

    private static String sha256(String script) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
