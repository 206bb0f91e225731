package studio.selfsame.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import studio.selfsame.Neighbours;
import studio.selfsame.QuietMonitor;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.PlayedReleases;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.consent.Under;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.likeness.Drive;
import studio.selfsame.performance.PerformanceRow.State;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkQueue;
import studio.selfsame.work.WorkStatus;

@StudioTest
@Import({Neighbours.class, PlayedReleases.class, Ears.class})
class PerformanceTest {
    private static final String TWO_SENTENCES =
            "Hello, Bob. Please bring me a paper map, a big blue bowl, and a pound of ripe plums before the shop closes.";

    @Autowired
    Neighbours.KnownPerson people;

    @Autowired
    Neighbours.TrainedLikenesses likenesses;

    @Autowired
    Neighbours.Heard heard;

    @Autowired
    ConsentingPeople.Desk consent;

    @Autowired
    PlayedReleases.Desk releases;

    @Autowired
    ScriptIntake intake;

    @Autowired
    ScriptSpeaking speaking;

    @Autowired
    PerformanceTable table;

    @Autowired
    Performances performances;

    @Autowired
    Vault vault;

    @Autowired
    ObjectStore objects;

    @Autowired
    WorkQueue work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc http;

    private PersonId author;
    private Person signedIn;
    private LikenessId likeness;
    private DataKeyId key;

    @BeforeEach
    void trainedLikeness() {
        author = people.signInVerified();
        signedIn = people.current();
        likeness = consent.granted(author);
        key = vault.createKey();
        likenesses.add(likeness, author, key);
    }

    @Test
    void post_script_isSealedAndQueuedAndNowhereInClear() throws Exception {
        String id = perform("Zanzibar sleeps.", "en-US")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("speaking"))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        PerformanceRow row = table.find(new PerformanceId(UUID.fromString(id))).orElseThrow();
        assertThat(vault.read(key, row.script())).asString().isEqualTo("Zanzibar sleeps.");
        assertThat(work.of(row.id().value())).extracting(WorkStatus::kind).containsExactly("performance.speak");
        assertThat(jdbc.sql("select count(*) from performance p where p::text ilike '%zanzibar%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void speak_script_isReadyWithWordsPhonesAndSound() throws Exception {
        PerformanceRow row = spoken(TWO_SENTENCES);
        Performance performance = performances.load(row.id()).orElseThrow();
        assertThat(performance.author()).isEqualTo(author);
        assertThat(performance.synthesizer()).isEqualTo("marytts-hsmm");
        assertThat(performance.kind()).isEqualTo(PerformanceKind.SCRIPT);
        Drive.Speech drive = (Drive.Speech) performance.drive();
        assertThat(drive.ownVoice()).isFalse();
        assertThat(drive.breaksUs()).hasSize(1).allMatch(time -> time % 40_000 == 0);
        assertThat(performance.durationUs() % 40_000).isZero();
        PhonemeTimeline timeline = drive.timeline();
        assertThat(timeline.words()).extracting(PhonemeTimeline.Word::text).startsWith("Hello", "Bob");
        assertThat(performance.durationUs())
                .isEqualTo(timeline.phones().getLast().endUs());
        assertThat(performances.sheet(row.id()).orElseThrow().ready()).isTrue();
        Performances.Said said = performances.said(row.id()).orElseThrow();
        assertThat(said.durationUs()).isEqualTo(performance.durationUs());
        assertThat(said.lines())
                .extracting(SpokenLine::text)
                .startsWith("Hello, Bob.", "Please bring me a paper map, a big blue bowl,")
                .hasSize(3);
        assertThat(String.join(" ", said.lines().stream().map(SpokenLine::text).toList()))
                .isEqualTo(TWO_SENTENCES);
        assertThat(said.lines().getFirst().startUs())
                .isEqualTo(timeline.words().getFirst().startUs());
        assertThat(heard.of(PerformancePrepared.class, row.id().value())).hasSize(1);
        http.perform(get("/api/performances/" + row.id().value()).with(jwt()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("ready"))
                .andExpect(jsonPath("$.words[1].text").value("Bob"))
                .andExpect(jsonPath("$.phones[0].symbol").value("pau"))
                .andExpect(jsonPath("$.durationSeconds").value(performance.durationUs() / 1e6));
    }

    @Test
    void speak_scriptTooShortToCarryTheMark_isUnusable() throws Exception {
        PerformanceRow row = intake.take(signedIn, likeness, Optional.empty(), "Hello.", Locale.US);
        assertThatThrownBy(() -> speaking.handle(
                        QuietMonitor.order(ScriptSpeaking.KIND, row.id().value()), new QuietMonitor()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().remedy()).contains("3 seconds of speech"));
        assertThat(objects.exists(row.utterance())).isFalse();
    }

    @Test
    void get_byAnybodyElse_isUnknown() throws Exception {
        PerformanceRow row = intake.take(signedIn, likeness, Optional.empty(), "Mine.", Locale.US);
        people.signInVerified();
        http.perform(get("/api/performances/" + row.id().value()).with(jwt())).andExpect(status().isNotFound());
    }

    @Test
    void post_likenessOfSomebodyElse_isRefusedWithReasons() throws Exception {
        people.signInVerified();
        perform("Not mine.", "en-US")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.reasons[0].policyId").value("own-likeness"));
    }

    @Test
    void post_underARelease_isTheProducersAndBoundToTheUse() throws Exception {
        PersonId producer = people.signInVerified();
        ReleaseUseId use = releases.released(likeness, author, producer, TWO_SENTENCES);
        String id = performUnder(use, TWO_SENTENCES, "en-US")
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        PerformanceId performance = new PerformanceId(UUID.fromString(id));
        assertThat(performances.sheet(performance).orElseThrow().under()).contains(Under.ofMicroseconds(use, 0));
        speaking.handle(QuietMonitor.order(ScriptSpeaking.KIND, performance.value()), new QuietMonitor());
        Performances.Sheet sheet = performances.sheet(performance).orElseThrow();
        assertThat(sheet.author()).isEqualTo(producer);
        assertThat(sheet.under())
                .contains(Under.ofMicroseconds(
                        use, performances.load(performance).orElseThrow().durationUs()));
        http.perform(get("/api/performances/" + id).with(jwt()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.releaseUseId").value(use.value().toString()));
        assertThat(vault.read(key, table.find(performance).orElseThrow().script()))
                .asString()
                .isEqualTo(TWO_SENTENCES);
    }

    @Test
    void post_anotherScriptOrLanguageThanTheUses_isRefusedAndStoresNothing() throws Exception {
        PersonId producer = people.signInVerified();
        ReleaseUseId use = releases.released(likeness, author, producer, TWO_SENTENCES);
        performUnder(use, "Buy now, before it is too late for you.", "en-US")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.reasons.length()").value(1))
                .andExpect(jsonPath("$.reasons[0].policyId").value("release-other-script"));
        performUnder(use, TWO_SENTENCES, "en")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.reasons[0].policyId").value("release-other-language"));
        assertThat(jdbc.sql("select count(*) from performance where likeness = ?")
                        .param(likeness.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void post_otherLanguageOrUnreadableScript_saysWhatIsPossible() throws Exception {
        perform("Guten Tag.", "de-DE")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.remedy").value("Choose one of: en-US."));
        perform("\u4f60\u597d", "en-US")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.cause")
                        .value("The script holds characters that the voice cannot read: `\u4f60` `\u597d`."));
    }

    @Test
    void failed_work_marksThePerformanceWithItsProblem() throws Exception {
        PerformanceRow row = intake.take(signedIn, likeness, Optional.empty(), "Hello.", Locale.US);
        Problem problem = new Problem("speech", "No voice.", "Nothing was spoken.", "Wait.");
        speaking.failed(QuietMonitor.order(ScriptSpeaking.KIND, row.id().value()), problem);
        PerformanceRow failed = table.find(row.id()).orElseThrow();
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.problem()).isEqualTo(problem);
        assertThat(performances.load(row.id())).isEmpty();
    }

    @Test
    void withdrawal_endsPerformancesAndTheirWork() throws Exception {
        PerformanceRow ready = spoken(TWO_SENTENCES);
        PerformanceRow queued = intake.take(signedIn, likeness, Optional.empty(), "Later.", Locale.US);
        consent.withdraw(author, likeness);
        assertThat(table.find(ready.id()).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        assertThat(performances.load(ready.id())).isEmpty();
        assertThat(performances.sheet(ready.id()).orElseThrow().ready()).isFalse();
        assertThat(objects.exists(ready.utterance())).isFalse();
        assertThat(work.of(queued.id().value()))
                .extracting(WorkStatus::state)
                .containsExactly(WorkStatus.State.CANCELLED);
    }

    @Test
    void load_destroyedKey_isEmpty() throws Exception {
        PerformanceRow row = spoken(TWO_SENTENCES);
        vault.destroy(key);
        assertThat(performances.load(row.id())).isEmpty();
        assertThat(performances.said(row.id()).orElseThrow().lines()).isEmpty();
    }

    private PerformanceRow spoken(String script) throws Exception {
        PerformanceRow row = intake.take(signedIn, likeness, Optional.empty(), script, Locale.US);
        QuietMonitor monitor = new QuietMonitor();
        speaking.handle(QuietMonitor.order(ScriptSpeaking.KIND, row.id().value()), monitor);
        assertThat(monitor.fractions()).contains(1.0);
        return table.find(row.id()).orElseThrow();
    }

    private ResultActions performUnder(ReleaseUseId use, String script, String language) throws Exception {
        return http.perform(post("/api/performances")
                .with(jwt())
                .contentType("application/json")
                .content("{\"likenessId\":\"%s\",\"releaseUseId\":\"%s\",\"script\":\"%s\",\"language\":\"%s\"}"
                        .formatted(likeness.value(), use.value(), script, language)));
    }

    private ResultActions perform(String script, String language) throws Exception {
        return http.perform(post("/api/performances")
                .with(jwt())
                .contentType("application/json")
                .content("{\"likenessId\":\"%s\",\"script\":\"%s\",\"language\":\"%s\"}"
                        .formatted(likeness.value(), script, language)));
    }
}
