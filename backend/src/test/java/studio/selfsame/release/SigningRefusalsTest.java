package studio.selfsame.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.identity.Passkeys;
import studio.selfsame.identity.SoftPasskey;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;

/** Who may not sign what: each refusal has its reason, and is recorded. */
@ReleaseTest
class SigningRefusalsTest {
    @Autowired
    Cast cast;

    @Autowired
    Play play;

    @Autowired
    Recorded recorded;

    @Autowired
    WatchedPasskeys passkeys;

    @Autowired
    ObjectStore objects;

    @Autowired
    ShiftedClock clock;

    @Autowired
    JdbcClient jdbc;

    private UUID release;

    @BeforeEach
    void draft() throws Exception {
        cast.assemble();
        release = play.drafted(Drafted.rider());
    }

    @AfterEach
    void rewind() {
        clock.goAhead(Duration.ZERO);
    }

    @Test
    void signature_forged_isRefusedAndRecorded() throws Exception {
        var honest = play.answer(cast.rightsManager, release);
        var forged = new Passkeys.Assertion(
                honest.ceremony(),
                honest.credentialId(),
                honest.authenticatorData(),
                honest.clientDataJson(),
                play.answer(cast.rightsManager, release).signature());
        recorded.refusal(release, play.signForStudio(cast.rightsManager, release, forged), "signature-wrong");
        assertThat(studioSigned()).isFalse();
    }

    @Test
    void ceremony_playedAgain_isRefusedAndRecorded() throws Exception {
        var assertion = play.answer(cast.rightsManager, release);
        play.signForStudio(cast.rightsManager, release, assertion).andExpect(status().isOk());
        recorded.refusal(release, play.signForStudio(cast.rightsManager, release, assertion), "ceremony-spent");
    }

    @Test
    void ceremony_ofARefusedSignature_isSpentAllTheSame() throws Exception {
        var assertion = answer(cast.producer);
        recorded.refusal(release, play.signForStudio(cast.producer, release, assertion), "rights-manager-may-sign");
        recorded.refusal(release, play.signForStudio(cast.producer, release, assertion), "ceremony-spent");
    }

    @Test
    void signature_overAnotherRelease_isRefusedAndRecorded() throws Exception {
        var other = play.drafted(Drafted.rider());
        var assertion = play.answer(cast.rightsManager, other);
        recorded.refusal(
                release, play.signForStudio(cast.rightsManager, release, assertion), "ceremony-of-another-kind");
    }

    @Test
    void signature_draftWrittenAnewMeanwhile_isRefused() throws Exception {
        var assertion = play.answer(cast.rightsManager, release);
        play.redraft(
                        cast.rightsManager,
                        release,
                        Drafted.rider().term("training", true).with("likeness", cast.likeness.value()))
                .andExpect(status().isOk());
        recorded.refusal(
                release, play.signForStudio(cast.rightsManager, release, assertion), "ceremony-of-another-kind");
    }

    @Test
    void countersignature_amendedMeanwhile_isRefused() throws Exception {
        play.offer(release);
        var assertion = play.answer(cast.talent, release);
        play.send(
                        cast.rightsManager,
                        Drafted.rider().term("approval", "none").json(),
                        "/api/releases/{id}/amendments",
                        release)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.versions.length()").value(2));
        recorded.refusal(release, play.countersign(cast.talent, release, assertion), "ceremony-of-another-kind");
        recorded.refusal(release, play.countersign(cast.talent, release, answer(cast.talent)), "studio-signs-first");
    }

    @Test
    void signature_draftWrittenAnewWhileThePasskeyIsJudged_isRefusedAndRecorded() throws Exception {
        var assertion = play.answer(cast.rightsManager, release);
        passkeys.meanwhile(() -> play.redraft(
                        cast.rightsManager,
                        release,
                        Drafted.rider().term("training", true).with("likeness", cast.likeness.value()))
                .andExpect(status().isOk()));
        recorded.refusal(
                release, play.signForStudio(cast.rightsManager, release, assertion), "release-changed-meanwhile");
        assertThat(studioSigned()).isFalse();
    }

    @Test
    void countersignature_amendedWhileThePasskeyIsJudged_isRefusedAndNothingIsSealed() throws Exception {
        play.offer(release);
        var assertion = play.answer(cast.talent, release);
        passkeys.meanwhile(
                () -> play.send(cast.rightsManager, Drafted.rider().json(), "/api/releases/{id}/amendments", release)
                        .andExpect(status().isCreated()));
        recorded.refusal(release, play.countersign(cast.talent, release, assertion), "release-changed-meanwhile");
        play.read(cast.talent, "/api/releases/{id}/versions/1/sealed.pdf", release)
                .andExpect(status().isConflict());
    }

    @Test
    void producer_signingForTheStudio_isRefused() throws Exception {
        recorded.refusal(release, play.begin(cast.producer, release), "rights-manager-may-sign");
    }

    @Test
    void colleague_whomTheContractDoesNotName_isRefused() throws Exception {
        var colleague = cast.verified();
        cast.join(cast.organisation, cast.rightsManager, colleague, "rights-manager");
        recorded.refusal(release, play.begin(colleague, release), "signatory-of-another-name");
        recorded.refusal(
                release, play.signForStudio(colleague, release, answer(colleague)), "signatory-of-another-name");
    }

    @Test
    void talent_signingFirst_isRefused() throws Exception {
        recorded.refusal(release, play.begin(cast.talent, release), "rights-manager-may-sign");
        recorded.refusal(release, play.countersign(cast.talent, release, answer(cast.talent)), "studio-signs-first");
    }

    @Test
    void stranger_countersigning_isRefused() throws Exception {
        play.offer(release);
        var stranger = cast.verified();
        recorded.refusal(release, play.countersign(stranger, release, answer(stranger)), "signatory-may-countersign");
    }

    @Test
    void foreignOrganisation_signing_isRefusedWithEveryReason() throws Exception {
        recorded.refusal(
                release,
                play.signForStudio(cast.outsider, release, answer(cast.outsider)),
                "release-of-another-organisation",
                "rights-manager-may-sign");
    }

    @Test
    void countersignature_ageNotKnown_isRefused() throws Exception {
        var somebody = cast.actor();
        cast.verify(somebody, "unknown", Instant.now());
        var theirs = play.drafted(somebody);
        play.offer(theirs);
        recorded.refusal(theirs, play.begin(somebody, theirs), "signatory-without-standing");
        recorded.refusal(
                theirs, play.countersign(somebody, theirs, answer(somebody, theirs)), "signatory-without-standing");
    }

    @Test
    void countersignature_notVerified_isRefusedWithEveryReason() throws Exception {
        var somebody = cast.actor();
        var theirs = play.drafted(somebody);
        play.offer(theirs);
        recorded.refusal(
                theirs,
                play.countersign(somebody, theirs, answer(somebody, theirs)),
                "signatory-without-standing",
                "verification-missing");
    }

    @Test
    void signature_clocksApart_isRefusedBeyondADay() throws Exception {
        var ahead = cast.actor();
        var theirs = play.drafted(ahead);
        play.offer(theirs);
        cast.verify(ahead, "adult", Instant.now().plus(Duration.ofHours(25)));
        recorded.refusal(theirs, play.begin(ahead, theirs), "verification-from-the-future");
        var nearly = cast.actor();
        var fine = play.drafted(nearly);
        play.offer(fine);
        cast.verify(nearly, "adult", Instant.now().plus(Duration.ofMinutes(3)));
        play.countersign(nearly, fine, play.answer(nearly, fine)).andExpect(status().isOk());
    }

    @Test
    void signature_afterTheLastDay_isRefused() throws Exception {
        var somebody = cast.verified();
        var theirs = play.drafted(somebody);
        play.offer(theirs);
        clock.goAhead(Duration.ofDays(367));
        cast.verify(somebody, "adult", clock.instant());
        recorded.refusal(theirs, play.begin(somebody, theirs), "signing-after-the-end");
    }

    @Test
    void signature_whileItRests_isRefused() throws Exception {
        play.suspend(cast.rightsManager, release, "dispute").andExpect(status().isOk());
        recorded.refusal(release, play.begin(cast.rightsManager, release), "signing-in-dispute");
    }

    @Test
    void countersignature_ofWhatWasNotRead_isNotTaken() throws Exception {
        play.offer(release);
        var assertion = play.answer(cast.talent, release);
        play.send(
                        cast.talent,
                        "{\"read\": false, \"assertion\": " + SoftPasskey.json(assertion) + "}",
                        "/api/releases/{id}/countersignature",
                        release)
                .andExpect(status().is(422));
        play.countersign(cast.talent, release, assertion).andExpect(status().isOk());
    }

    @Test
    void countersignature_thatCannotBeSealed_isNotKept() throws Exception {
        play.offer(release);
        var assertion = play.answer(cast.talent, release);
        objects.deleteAll(new ObjectKey("release/" + release));
        play.countersign(cast.talent, release, assertion).andExpect(status().is5xxServerError());
        play.read(cast.talent, "/api/releases/{id}", release)
                .andExpect(jsonPath("$.state").value("offered"))
                .andExpect(jsonPath("$.left").value(contains("countersignature")));
    }

    @Test
    void passkey_thatNobodyHas_isNamedAndRecorded() throws Exception {
        jdbc.sql("update passkey set revoked_at = now() where person = :person")
                .param("person", withoutPasskey().uuid())
                .update();
        play.begin(bare, release).andExpect(status().isForbidden());
        recorded.last(release, "passkey-refused");
    }

    private Actor bare;

    /** A rights manager whom a draft of their own names. */
    private Actor withoutPasskey() throws Exception {
        bare = cast.verified();
        cast.join(cast.organisation, cast.rightsManager, bare, "rights-manager");
        release = Play.id(play.draft(bare, Drafted.rider().with("likeness", cast.likeness.value())));
        return bare;
    }

    /** What somebody's passkey answers who was never asked here, but whose page asked all the same. */
    private Passkeys.Assertion answer(Actor who) throws Exception {
        return answer(who, release);
    }

    private Passkeys.Assertion answer(Actor who, UUID of) throws Exception {
        var versions = Play.body(play.read(cast.rightsManager, "/api/releases/{id}", of));
        String digest =
                JsonPath.<List<String>>read(versions, "$.versions[*].digest").getLast();
        return who.passkey().sign(passkeys.begin(who.id(), HexFormat.of().parseHex(digest)));
    }

    private boolean studioSigned() throws Exception {
        return JsonPath.read(
                        Play.body(play.read(cast.rightsManager, "/api/releases/{id}", release)),
                        "$.versions[0].studioSignedAt")
                != null;
    }
}
