package studio.selfsame.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.consent.ReleasedUses;
import studio.selfsame.consent.UsageMeter;
import tools.jackson.databind.json.JsonMapper;

/** Uses under a release: asked for, approved, counted. */
@ReleaseTest
class UsesTest {
    private static final Duration LENGTH = Duration.ofSeconds(10);

    @Autowired
    Cast cast;

    @Autowired
    Play play;

    @Autowired
    Recorded recorded;

    @Autowired
    ReleasedUses released;

    @Autowired
    UsageMeter meter;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void assemble() throws Exception {
        cast.assemble();
    }

    @Test
    void approval_ofOnesOwnUse_isRefused() throws Exception {
        var both = cast.verified();
        cast.join(cast.organisation, cast.rightsManager, both, "producer", "reviewer");
        var release = play.agreed(Drafted.rider());
        var use = Play.id(play.send(both, Drafted.use("Das Licht brennt."), "/api/releases/{id}/uses", release));
        assertThat(queue(both)).doesNotContain(use.toString());
        recorded.refusal(use, play.decide(both, release, use, true), "self-approval");
        assertThat(queue(cast.reviewer)).contains(use.toString());
        play.decide(cast.reviewer, release, use, true).andExpect(status().isOk());
    }

    @Test
    void approval_byWhoeverTheReleaseDoesNotName_isRefused() throws Exception {
        var release = play.agreed(Drafted.rider().term("approval", "talent"));
        var use = play.asked(release, "Das Licht brennt.");
        recorded.refusal(use, play.decide(cast.reviewer, release, use, true), "may-approve");
        recorded.refusal(
                use, play.decide(cast.outsider, release, use, true), "may-approve", "release-of-another-organisation");
        assertThat(queue(cast.talent)).contains(use.toString());
        play.decide(cast.talent, release, use, true).andExpect(status().isOk());
        play.decide(cast.talent, release, use, false).andExpect(status().isConflict());
    }

    @Test
    void approval_amendedSince_isAskedForAgain() throws Exception {
        var release = play.agreed(Drafted.rider());
        var use = play.asked(release, "Das Licht brennt.");
        play.decide(cast.reviewer, release, use, true).andExpect(status().isOk());
        play.send(
                        cast.rightsManager,
                        Drafted.rider().term("limits", Map.of("renders", 9)).json(),
                        "/api/releases/{id}/amendments",
                        release)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("in-force"))
                .andExpect(jsonPath("$.agreedVersion").value(1))
                .andExpect(jsonPath("$.left").value(contains("studio-signature", "countersignature")));
        assertThat(read(use).terms().approvedBy()).contains(cast.reviewer.uuid());
        play.agree(release);
        assertThat(read(use).terms().approvedBy()).isEmpty();
        assertThat(read(use).release().terms().rendersLeft()).contains(9);
        assertThat(queue(cast.reviewer)).contains(use.toString());
        play.decide(cast.reviewer, release, use, true)
                .andExpect(jsonPath("$.decidedVersion").value(2));
        assertThat(read(use).terms().approvedBy()).contains(cast.reviewer.uuid());
    }

    @Test
    void use_refused_staysRefusedWhateverIsAmended() throws Exception {
        var release = play.agreed(Drafted.rider());
        var use = play.asked(release, "Das Licht brennt.");
        play.decide(cast.reviewer, release, use, false)
                .andExpect(jsonPath("$.state").value("refused"));
        assertThat(read(use).terms().approvedBy()).isEmpty();
        play.send(
                cast.rightsManager,
                Drafted.rider().term("approval", "none").json(),
                "/api/releases/{id}/amendments",
                release);
        play.agree(release);
        assertThat(released.read(new ReleaseUseId(use), LENGTH)).isEmpty();
    }

    @Test
    void use_longerThanAskedFor_isNone() throws Exception {
        var use = play.asked(play.agreed(Drafted.rider()), "Das Licht brennt.");
        assertThat(released.read(new ReleaseUseId(use), Duration.ofSeconds(60))).isPresent();
        assertThat(released.read(new ReleaseUseId(use), Duration.ofSeconds(60).plusNanos(1)))
                .isEmpty();
    }

    @Test
    void use_askedForByAReviewer_isRefused() throws Exception {
        var release = play.agreed(Drafted.rider());
        recorded.refusal(
                release,
                play.send(cast.reviewer, Drafted.use("Das Licht."), "/api/releases/{id}/uses", release),
                "release-user-role");
        play.send(cast.outsider, Drafted.use("Das Licht."), "/api/releases/{id}/uses", release)
                .andExpect(status().isNotFound());
    }

    @Test
    void use_ofAReleaseThatIsNotSigned_isInConflict() throws Exception {
        play.send(cast.producer, Drafted.use("Das Licht."), "/api/releases/{id}/uses", play.drafted(Drafted.rider()))
                .andExpect(status().isConflict());
    }

    @Test
    void use_thatIsNone_tellsEverythingAtOnce() throws Exception {
        var release = play.agreed(Drafted.rider());
        var form = Drafted.useOf("Hal\u202elo");
        form.put("language", "deutsch");
        form.put("purpose", "fun");
        form.remove("medium");
        form.put("territories", List.of("UK", "DE", "EU"));
        form.put("content", List.of("nudity", "boredom"));
        form.put("topics", List.of("Аcme"));
        form.put("longestSeconds", 0);
        play.send(cast.producer, new JsonMapper().writeValueAsString(form), "/api/releases/{id}/uses", release)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.faults[*].path")
                        .value(contains(
                                "script",
                                "language",
                                "purpose",
                                "medium",
                                "territories[0]",
                                "territories[2]",
                                "topics[0]",
                                "content[1]",
                                "longestSeconds")));
    }

    @Test
    void use_whoseScriptIsInNoneOfItsLanguages_isNone() throws Exception {
        var form = Drafted.useOf("Das Licht brennt.");
        form.put("languages", List.of("en"));
        play.send(
                        cast.producer,
                        new JsonMapper().writeValueAsString(form),
                        "/api/releases/{id}/uses",
                        play.agreed(Drafted.rider()))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.faults[*].path").value(contains("languages")));
    }

    @Test
    void renders_oneLeftAndTwoAsking_oneIsMade() throws Exception {
        var release = play.agreed(Drafted.rider().term("approval", "none").term("limits", Map.of("renders", 1)));
        var use = new ReleaseUseId(play.asked(release, "Das Licht brennt."));
        var start = new CyclicBarrier(2);
        Callable<Boolean> render = () -> {
            start.await();
            return transaction.execute(status -> {
                var id = UUID.randomUUID();
                var left = released.find(use, LENGTH, id)
                        .orElseThrow()
                        .release()
                        .terms()
                        .rendersLeft();
                if (left.orElseThrow() < 1) {
                    return false;
                }
                meter.reserve(use, id, LENGTH);
                return true;
            });
        };
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(render);
            var second = both.submit(render);
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(read(use.value()).release().terms().rendersLeft()).contains(0);
    }

    @Test
    void meter_countsEachRenderOnce() throws Exception {
        var use = new ReleaseUseId(play.asked(play.agreed(Drafted.rider()), "Das Licht brennt."));
        var render = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            meter.reserve(use, render, LENGTH);
            meter.reserve(use, render, LENGTH);
            // its own share is not counted against it
            assertThat(released.find(use, LENGTH, render)
                            .orElseThrow()
                            .release()
                            .terms()
                            .rendersLeft())
                    .contains(3);
        });
        assertThat(read(use.value()).release().terms().rendersLeft()).contains(2);
        transaction.executeWithoutResult(status -> meter.released(render));
        assertThat(read(use.value()).release().terms().rendersLeft()).contains(3);
        transaction.executeWithoutResult(status -> {
            meter.delivered(render, "out-1", Duration.ofMillis(9_001));
            meter.delivered(render, "out-2", Duration.ofMillis(1));
            meter.released(render);
            meter.delivered(UUID.randomUUID(), "out-3", LENGTH);
            meter.released(UUID.randomUUID());
        });
        var terms = read(use.value()).release().terms();
        assertThat(terms.rendersLeft()).contains(2);
        assertThat(terms.timeLeft()).contains(Duration.ofSeconds(590));
    }

    private ReleasedUses.ReleasedUse read(UUID use) {
        return released.read(new ReleaseUseId(use), LENGTH).orElseThrow();
    }

    private List<String> queue(Actor who) throws Exception {
        return JsonPath.read(Play.body(play.read(who, "/api/approvals")), "$[*].use.id");
    }
}
