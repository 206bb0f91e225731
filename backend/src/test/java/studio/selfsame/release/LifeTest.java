package studio.selfsame.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** How releases rest and end, and how people come to them. */
@ReleaseTest
class LifeTest {
    @Autowired
    Cast cast;

    @Autowired
    Play play;

    @Autowired
    Recorded recorded;

    @Autowired
    ShiftedClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void assemble() throws Exception {
        cast.assemble();
    }

    @AfterEach
    void rewind() {
        clock.goAhead(Duration.ZERO);
    }

    @Test
    void suspension_isLiftedByTheSameSideAlone() throws Exception {
        var release = play.agreed(Drafted.rider().term("approval", "none"));
        var use = play.asked(release, "Das Licht brennt.");
        play.suspend(cast.talent, release, "strike")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("suspended"))
                .andExpect(jsonPath("$.suspensions[0].side").value("talent"));
        assertThat(against(release, use)).containsExactly("release-on-strike");
        play.send(cast.rightsManager, "{}", "/api/releases/{id}/resumption", release)
                .andExpect(status().isConflict());
        play.suspend(cast.rightsManager, release, "dispute").andExpect(status().isOk());
        play.send(cast.talent, "{}", "/api/releases/{id}/resumption", release).andExpect(status().isOk());
        assertThat(against(release, use)).containsExactly("release-in-dispute");
        play.send(cast.rightsManager, "{}", "/api/releases/{id}/resumption", release)
                .andExpect(jsonPath("$.state").value("in-force"));
        assertThat(against(release, use)).isEmpty();
    }

    @Test
    void suspension_byAForeignOrganisation_isRefused() throws Exception {
        var release = play.drafted(Drafted.rider());
        recorded.refusal(
                release,
                play.suspend(cast.outsider, release, "strike"),
                "may-suspend",
                "release-of-another-organisation");
        play.suspend(cast.talent, release, "holidays").andExpect(status().is(422));
    }

    @Test
    void revocation_takesEffectWhenItsNoticeHasRun() throws Exception {
        var release = play.agreed(Drafted.rider().term("approval", "none"));
        var use = play.asked(release, "Das Licht brennt.");
        recorded.refusal(release, play.revoke(cast.producer, release), "may-revoke");
        var last = LocalDate.now(Drafted.ZONE).plusDays(14);
        play.revoke(cast.talent, release)
                .andExpect(jsonPath("$.revokedFrom").value(last.toString()))
                .andExpect(jsonPath("$.revokedBy").value("talent"))
                .andExpect(jsonPath("$.state").value("in-force"));
        play.revoke(cast.rightsManager, release).andExpect(status().isConflict());
        goTo(last.minusDays(1).atTime(23, 59).atZone(Drafted.ZONE));
        assertThat(against(release, use)).isEmpty();
        goTo(last.atStartOfDay(Drafted.ZONE));
        assertThat(against(release, use)).containsExactly("release-revoked");
        play.read(cast.talent, "/api/releases/{id}/versions/1/sealed.pdf", release)
                .andExpect(status().isOk());
        play.send(cast.producer, Drafted.use("Noch einmal."), "/api/releases/{id}/uses", release)
                .andExpect(status().isConflict());
        play.send(cast.rightsManager, Drafted.rider().json(), "/api/releases/{id}/amendments", release)
                .andExpect(status().isConflict());
    }

    @Test
    void revocation_ofWhatNobodyAgreedTo_isAtOnce() throws Exception {
        var release = play.drafted(Drafted.rider());
        play.revoke(cast.rightsManager, release).andExpect(jsonPath("$.state").value("revoked"));
        recorded.refusal(release, play.begin(cast.rightsManager, release), "signing-after-the-end");
    }

    @Test
    void release_afterItsLastDay_isExpired() throws Exception {
        var release = play.agreed(Drafted.rider().term("approval", "none"));
        var use = play.asked(release, "Das Licht brennt.");
        clock.goAhead(Duration.ofDays(367));
        assertThat(against(release, use)).containsExactly("release-expired", "verification-stale");
        play.read(cast.talent, "/api/releases/{id}", release)
                .andExpect(jsonPath("$.state").value("expired"))
                .andExpect(jsonPath("$.hindrances[*].policyId").value(contains("release-expired")));
    }

    @Test
    void withdrawal_ofConsent_endsTheReleaseAtOnce() throws Exception {
        var talent = cast.verified();
        var likeness = cast.likenessOf(talent);
        var release = Play.id(play.draft(cast.rightsManager, Drafted.rider().with("likeness", likeness.value())));
        play.offer(release);
        play.countersign(talent, release, play.answer(talent, release)).andExpect(status().isOk());
        var use = play.asked(release, "Das Licht brennt.");
        play.send(talent, "{}", "/api/likenesses/{id}/withdrawal", likeness.value())
                .andExpect(status().isOk());
        play.read(talent, "/api/releases/{id}", release)
                .andExpect(jsonPath("$.state").value("revoked"))
                .andExpect(jsonPath("$.revokedBy").value("withdrawal"));
        play.read(cast.producer, "/api/releases/{id}/uses/{use}", release, use)
                .andExpect(jsonPath("$.use.state").value("withdrawn"));
        assertThat(against(release, use)).contains("consent-withdrawn", "release-revoked");
        play.read(cast.producer, "/api/releases/{id}/versions/1/contract.json", release)
                .andExpect(status().isOk());
    }

    @Test
    void invitation_isGoodOnce() throws Exception {
        var release = unbound();
        var token = invitation(release);
        accept(cast.talent, token).andExpect(status().isOk());
        accept(cast.talent, token).andExpect(status().isNotFound());
        play.send(cast.talent, "{\"token\": \"" + token + "\"}", "/api/release-invitations/opening")
                .andExpect(status().isNotFound());
    }

    @Test
    void invitation_expiredReplacedOrGuessed_isUnknown() throws Exception {
        var release = unbound();
        var first = invitation(release);
        var second = invitation(release);
        accept(cast.talent, first).andExpect(status().isNotFound());
        accept(cast.talent, InvitationToken.random().text()).andExpect(status().isNotFound());
        clock.goAhead(Duration.ofDays(14));
        accept(cast.talent, second).andExpect(status().isNotFound());
        clock.goAhead(Duration.ofDays(13));
        accept(cast.talent, second).andExpect(status().isOk());
    }

    @Test
    void invitation_withSomebodyElsesLikeness_bindsNobody() throws Exception {
        var release = unbound();
        var token = invitation(release);
        accept(cast.verified(), token).andExpect(status().isNotFound());
        play.send(cast.talent, "{\"token\": \"" + token + "\"}", "/api/release-invitations/acceptance")
                .andExpect(status().is(422));
        accept(cast.talent, token).andExpect(status().isOk());
    }

    @Test
    void invitation_afterASignature_isNotGiven() throws Exception {
        var release = play.drafted(Drafted.rider());
        recorded.refusal(
                release,
                play.send(cast.producer, "{}", "/api/releases/{id}/invitations", release),
                "rights-manager-may-draft");
        play.offer(release);
        play.send(cast.rightsManager, "{}", "/api/releases/{id}/invitations", release)
                .andExpect(status().isConflict());
    }

    @Test
    void release_toAnybodyElse_isUnknown() throws Exception {
        var release = play.agreed(Drafted.rider());
        for (var path : List.of("", "/draft", "/uses", "/versions/1/contract.json", "/versions/1/sealed.pdf")) {
            play.read(cast.outsider, "/api/releases/" + release + path).andExpect(status().isNotFound());
        }
        play.read(cast.outsider, "/api/organisations/{id}/releases", cast.organisation)
                .andExpect(status().isNotFound());
    }

    private UUID unbound() throws Exception {
        return Play.id(play.draft(cast.rightsManager, Drafted.rider()).andExpect(status().isCreated()));
    }

    private String invitation(UUID release) throws Exception {
        String link = JsonPath.read(
                Play.body(play.send(cast.rightsManager, "{}", "/api/releases/{id}/invitations", release)), "$.link");
        return link.substring(link.indexOf('=') + 1);
    }

    private ResultActions accept(Actor who, String token) throws Exception {
        return play.send(
                who,
                "{\"token\": \"" + token + "\", \"likenessId\": \"" + cast.likeness.value() + "\"}",
                "/api/release-invitations/acceptance");
    }

    private List<String> against(UUID release, UUID use) throws Exception {
        return JsonPath.read(
                Play.body(play.read(cast.producer, "/api/releases/{id}/uses/{use}/explanation", release, use)),
                "$.reasons[*].policyId");
    }

    private void goTo(ZonedDateTime moment) {
        clock.goAhead(Duration.between(Instant.now(), moment.toInstant()));
    }
}
