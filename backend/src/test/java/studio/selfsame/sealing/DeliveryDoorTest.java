package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.PlayedReleases;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.identity.Person;
import studio.selfsame.policy.OutputMarks;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.rendering.PlayedRenders;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.watermark.Payload;

/** The last door: what passes it, and for whom. */
@StudioTest
@Import(SealingRoom.class)
class DeliveryDoorTest {
    private static final Runnable NOTHING = () -> {};

    @Autowired
    Delivery delivery;

    @Autowired
    SealingWork work;

    @Autowired
    SealingRoom.Station station;

    @Autowired
    SealingRoom.SignedIn signedIn;

    @Autowired
    SealingRoom.Heard heard;

    @Autowired
    PlayedRenders renders;

    @Autowired
    PlayedReleases.Desk releases;

    @Autowired
    ConsentingPeople.Desk consent;

    @Autowired
    OutputRows outputs;

    @Autowired
    ObjectStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc http;

    @TempDir
    Path folder;

    private final Person person = SealingRoom.SignedIn.fresh();
    private LikenessId likeness;

    @BeforeEach
    void prepare() {
        likeness = station.likenessOf(person);
        signedIn.as(person);
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, true, output-without-watermark",
        "true, false, true, output-without-label",
        "true, true, false, output-without-credentials",
    })
    void delivery_oneMarkMissing_isRefusedOnRecordAndPutsNothingOut(
            boolean watermarked, boolean labelled, boolean credentialed, String reason) throws Exception {
        UUID render = station.render(person, likeness, PlayedRenders.WIDTH, NOTHING);
        var marks = new OutputMarks(watermarked, labelled, credentialed);

        // as if the first lock had not held: nothing found fault with the file
        assertThatThrownBy(() -> deliver(render, new SelfVerification.Found(marks, List.of())))
                .isInstanceOf(AuthorizationRefusedException.class);
        nothingCameOut(render);
        assertThat(denials(render)).containsExactly("DELIVER_OUTPUT {" + reason + "}");

        assertThatThrownBy(() -> deliver(render, new SelfVerification.Found(marks, List.of("It is not there."))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().cause()).isEqualTo("It is not there."));
        nothingCameOut(render);
        assertThat(denials(render)).hasSize(2);
    }

    @Test
    void delivery_allMarksFoundButNotAsMeant_putsNothingOut() throws Exception {
        UUID render = station.render(person, likeness, PlayedRenders.WIDTH, NOTHING);
        var incomplete =
                new SelfVerification.Found(new OutputMarks(true, true, true), List.of("A picture is missing."));

        assertThatThrownBy(() -> deliver(render, incomplete)).hasMessageContaining("picture is missing");

        nothingCameOut(render);
        assertThat(heard.about(render.toString())).doesNotContain("OutputSealed");
    }

    private void deliver(UUID render, SelfVerification.Found found) throws Exception {
        Path file = Files.write(folder.resolve("file.mp4"), new byte[] {1});
        String hash = "ab".repeat(32);
        delivery.deliver(
                new SealedFile(
                        new Payload(render.getLeastSignificantBits()).toHex(),
                        file,
                        1,
                        hash,
                        hash,
                        found,
                        Optional.empty()),
                renders.unsealed(new RenderId(render)).orElseThrow());
    }

    private void nothingCameOut(UUID render) throws Exception {
        assertThat(store.exists(Delivery.objectOf(new RenderId(render)))).isFalse();
        assertThat(outputs.ofRender(new RenderId(render))).isEmpty();
        assertThat(renders.outputOf(render)).isEmpty();
    }

    private List<String> denials(UUID render) {
        return jdbc.sql("select action || ' ' || policy_ids::text from consent_decision"
                        + " where subject = ? and outcome = 'deny' and action = 'DELIVER_OUTPUT'")
                .param(render)
                .query(String.class)
                .list();
    }

    @Test
    void output_ofAProducer_isTheirsToFetchAndThePersonsToSeeAndToWithdraw() throws Exception {
        Person producer = SealingRoom.SignedIn.fresh();
        ReleaseUseId use = releases.released(likeness, person.id(), producer.id(), "Good evening.");
        UUID render = station.releasedRender(producer, likeness, use);
        transaction.executeWithoutResult(status -> releases.reserve(use, render, Duration.ofSeconds(8)));
        SealingRoom.work(work, render);
        String id = renders.outputOf(render).orElseThrow();

        assertThat(releases.counted(render)).containsExactly("reserved PT8S", "delivered " + id + " PT8S");
        http.perform(get("/api/outputs/" + id + "/file").with(jwt())).andExpect(status().isNotFound());
        http.perform(get("/api/likenesses/" + likeness.value() + "/outputs").with(jwt()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].outputId").value(id))
                .andExpect(jsonPath("$[0].state").value("in-force"))
                .andExpect(jsonPath("$[0].releaseUseId").value(use.value().toString()));
        signedIn.as(producer);
        http.perform(get("/api/outputs/" + id + "/file").with(jwt())).andExpect(status().isOk());
        http.perform(get("/api/outputs").with(jwt()))
                .andExpect(jsonPath("$[0].outputId").value(id));
        http.perform(get("/api/likenesses/" + likeness.value() + "/outputs").with(jwt()))
                .andExpect(status().isNotFound());

        consent.withdraw(person.id(), likeness);

        signedIn.as(person);
        http.perform(get("/api/likenesses/" + likeness.value() + "/outputs").with(jwt()))
                .andExpect(jsonPath("$[0].state").value("withdrawn"));
    }
}
