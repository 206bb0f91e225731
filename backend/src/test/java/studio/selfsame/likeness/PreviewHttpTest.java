package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import studio.selfsame.QuietMonitor;
import studio.selfsame.SignedIn;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.LikenessRegister;
import studio.selfsame.enrolment.Coverage;
import studio.selfsame.identity.PersonId;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkMonitor;

/** What a training leaves for its owner to see on its way. */
@StudioTest
class PreviewHttpTest {
    private static final byte[] PNG = picture();

    @Autowired
    MockMvc http;

    @Autowired
    LikenessTable table;

    @Autowired
    LikenessRegister register;

    @Autowired
    LikenessHoldings holdings;

    @Autowired
    Vault vault;

    @Autowired
    LikenessTraining training;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ObjectStore objects;

    @Autowired
    JdbcClient jdbc;

    private final String subject = UUID.randomUUID().toString();
    private final Map<String, Double> told = new HashMap<>();
    private LikenessRow row;

    @BeforeEach
    void train() throws Exception {
        String me = http.perform(get("/api/me").with(SignedIn.creator(subject)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        PersonId owner = new PersonId(UUID.fromString(JsonPath.read(me, "$.personId")));
        LikenessId likeness = register.open(owner);
        table.start(
                likeness,
                owner,
                UUID.randomUUID(),
                vault.createKey(),
                UUID.randomUUID(),
                Optional.empty(),
                TrainingSettings.usual(),
                Instant.EPOCH);
        row = table.find(likeness).orElseThrow();
        TrainingWatch watch = watch(Duration.ofHours(1));
        watch.sample(100, PNG);
        watch.pace(0.5, 400);
        watch.step(100, 0.02, 31.5, 30);
        watch.step(101, 0.02, 31.5, 30);
    }

    @Test
    void preview_ofOnesOwnTraining_isShownWithCredentialsAndNamedInTheCurve() throws Exception {
        http.perform(get(path(100)).with(SignedIn.creator(subject)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "private, no-store"))
                .andExpect(content().contentType(MediaType.IMAGE_PNG))
                .andExpect(content().string(Matchers.containsString("caBX")))
                .andExpect(content().string(Matchers.containsString("trainedAlgorithmicMedia")));
        http.perform(get("/api/likenesses/{id}", row.id().value()).with(SignedIn.creator(subject)))
                .andExpect(jsonPath("$.curve[0].previewed").value(true))
                .andExpect(jsonPath("$.curve[1].previewed").value(false));
        assertThat(told).containsEntry("secondsLeft", 200.0);
    }

    @Test
    void preview_sealed_isNotReadableInTheStore() throws Exception {
        try (var channel = objects.open(row.preview(100))) {
            var bytes = java.nio.ByteBuffer.allocate((int) channel.size());
            channel.read(bytes);
            assertThat(new String(bytes.array(), StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(PNG, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void preview_askedByAnybodyElseOrOfAnotherStep_isUnknown() throws Exception {
        http.perform(get(path(100))).andExpect(status().isUnauthorized());
        http.perform(get(path(100)).with(SignedIn.creator("somebody-else"))).andExpect(status().isNotFound());
        http.perform(get(path(101)).with(SignedIn.creator(subject)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.stage").value("likeness"));
    }

    @Test
    void training_voiceTickedBesideAnEarlierText_asksToDecideAnew() throws Exception {
        jdbc.sql("""
                        insert into consent_grant (id, likeness_id, kind, face, voice, training, text_version, text_language,
                            text_sha256, granted_at)
                        values (?, ?, 'create', true, true, true, 2, 'en', ?, now())
                        """)
                .params(UUID.randomUUID(), row.id().value(), "0".repeat(64))
                .update();
        http.perform(post("/api/likenesses/{id}/training", row.id().value())
                        .with(SignedIn.creator(subject))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"enrolmentId\":\"" + row.enrolment() + "\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.stage").value("consent"))
                .andExpect(jsonPath("$.remedy")
                        .value("Read the current consent text and decide anew, with that box or without it."));
    }

    @Test
    void training_ofTwoLooksThatNamesOne_isRefusedAndTellsWhatToSend() throws Exception {
        http.perform(post("/api/likenesses/{id}/training", row.id().value())
                        .with(SignedIn.creator(subject))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"enrolmentId\": \"%s\", \"settings\": {\"renderer\": \"autoencoder\"}}"
                                .formatted(UUID.randomUUID())))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.remedy").value(Matchers.containsString("`lookId`")));
        String looks = "/api/likenesses/" + row.id().value() + "/looks";
        http.perform(get(looks).with(SignedIn.creator(subject)))
                .andExpect(status().isOk())
                .andExpect(content().json("[]"));
        http.perform(get(looks).with(SignedIn.creator("somebody-else"))).andExpect(status().isNotFound());
    }

    @Test
    void preview_ofAWithdrawnLikeness_isErasedWithIt() throws Exception {
        table.withdrawn(row.id());
        holdings.clear(row.id());
        assertThat(objects.exists(row.preview(100))).isFalse();
        http.perform(get(path(100)).with(SignedIn.creator(subject))).andExpect(status().isNotFound());
    }

    @Test
    void training_thatFailed_leavesItsPreviewsAndNothingElse() throws Exception {
        for (String name : List.of("pixels", "checkpoint", "model")) {
            vault.seal(row.dataKey(), row.object(name), out -> out.write(1));
        }
        Problem problem = new Problem("training", "Only 3 frames.", "No likeness was trained.", "Enrol again.");
        transaction.executeWithoutResult(status ->
                training.failed(QuietMonitor.order("likeness.train", row.id().value()), problem));
        assertThat(table.find(row.id()).orElseThrow().state()).isEqualTo(LikenessRow.State.FAILED);
        assertThat(objects.exists(row.object("pixels"))).isFalse();
        assertThat(objects.exists(row.object("checkpoint"))).isFalse();
        assertThat(objects.exists(row.object("model"))).isFalse();
        assertThat(objects.exists(row.preview(100))).isTrue();
    }

    @Test
    void pace_longerThanAllowed_endsTheTrainingWithFigures() {
        assertThatThrownBy(() -> watch(Duration.ofMinutes(1)).pace(30, 400))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().cause())
                                .isEqualTo(
                                        "A step takes 30.00 s here; the 400 steps left would take about 3.3 h, and 0.0 h are"
                                                + " allowed (`selfsame.likeness.longest-training`)."));
    }

    @Test
    void migration_settingsOfBefore_areReadInTodaysWords() throws Exception {
        jdbc.sql("""
                        update likeness set settings = '{"steps": 700, "learningRate": 0.002, "batch": 4, "channels": 8,
                            "resolution": 96, "seed": 3}'::jsonb where id = ?
                        """).param(row.id().value()).update();
        String migration =
                new ClassPathResource("db/migration/V19__training.sql").getContentAsString(StandardCharsets.UTF_8);
        jdbc.sql(migration.substring(0, migration.indexOf(';'))).update();
        DraftSettings same = TrainingSettings.usual().draft();
        TrainingSettings settings = table.find(row.id()).orElseThrow().settings();
        assertThat(settings.channels()).containsExactly(8, 16, 32, 48);
        assertThat(settings.steps()).isEqualTo(700);
        assertThat(settings.renderer()).isEqualTo(same.renderer);
        assertThat(settings.optimiser()).isEqualTo(same.optimiser);
        assertThat(settings.activation()).isEqualTo(same.activation);
        assertThat(settings.loss().mouth()).isEqualTo(3);
    }

    @Test
    void coverage_ofAReadyLikeness_isShownAndForgottenAtTheWithdrawal() throws Exception {
        var measure = new Coverage.Measure("blinks", "Blinks", 2, 5, Coverage.Unit.TIMES, "Blink now and then.");
        var coverage = new Coverage(
                Coverage.Basis.VOICE,
                List.of(new Coverage.Part("eyes", "Eyes", List.of(measure))),
                new Coverage.Poses(List.of(0.0), List.of(), List.of()));
        ModelProvenance provenance = new ModelProvenance(
                row.id(),
                row.enrolment(),
                "",
                row.authorization(),
                null,
                "",
                "retrieval",
                Map.of(),
                Map.of(),
                null,
                Instant.EPOCH);
        assertThat(table.ready(row, provenance, Optional.of(coverage))).isTrue();
        http.perform(get("/api/likenesses/{id}", row.id().value()).with(SignedIn.creator(subject)))
                .andExpect(jsonPath("$.coverage.mouthShapesFrom").value("voice"))
                .andExpect(jsonPath("$.coverage.parts[0].measures[0].unit").value("times"))
                .andExpect(jsonPath("$.coverage.parts[0].measures[0].remedy").value("Blink now and then."));
        assertThat(table.find(row.id()).orElseThrow().coverage()).contains(coverage);
        table.withdrawn(row.id());
        assertThat(table.find(row.id()).orElseThrow().coverage()).isEmpty();
    }

    private static byte[] picture() {
        try {
            return new Tiles(3, 4, 64).png();
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private String path(int step) {
        return "/api/likenesses/" + row.id().value() + "/previews/" + step;
    }

    private TrainingWatch watch(Duration longest) {
        TrainingLimits limits = new TrainingLimits(DataSize.ofGigabytes(1), longest);
        WorkMonitor monitor = new WorkMonitor() {
            @Override
            public void progress(String stage, double fraction, Map<String, Double> figures) {
                told.putAll(figures);
            }

            @Override
            public void checkCancelled() {}
        };
        return new TrainingWatch(row, vault, table, new TrainingBudget(limits, 1L << 30), monitor, () -> {});
    }
}
