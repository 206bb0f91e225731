package studio.selfsame.inspection.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.AuthorizationDecision;
import studio.selfsame.consent.Authorizer;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.Use;
import studio.selfsame.identity.Person;
import studio.selfsame.inspection.Door;
import studio.selfsame.inspection.Reencoding;
import studio.selfsame.inspection.takedown.TakedownCase.State;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.sealing.MarkKeys;
import studio.selfsame.sealing.OutputPrints;
import studio.selfsame.sealing.PrintedOutputs;
import studio.selfsame.sealing.SealingRoom;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.watermark.PictureFingerprint;
import studio.selfsame.watermark.PictureFingerprinter;
import studio.selfsame.watermark.PictureFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@StudioTest
@Import({SealingRoom.class, TakedownRoom.class})
class TakedownTest {
    private static final Duration ALMOST = Duration.ofHours(48).minusSeconds(1);

    @Autowired
    TakedownRoom.Stage stage;

    @Autowired
    TakedownSearch search;

    @Autowired
    Rulings rulings;

    @Autowired
    SealingRoom.SignedIn signedIn;

    @Autowired
    SealingRoom.Heard heard;

    @Autowired
    Authorizer authorizer;

    @Autowired
    ObjectStore store;

    @Autowired
    Media media;

    @Autowired
    MarkKeys keys;

    @Autowired
    MockMvc http;

    @TempDir
    Path folder;

    private final Person person = TakedownRoom.somebody(Person.Role.CREATOR);
    private final Person referee = TakedownRoom.somebody(Person.Role.REFEREE);
    private LikenessId likeness;
    private String output;
    /** A network of one's own for each test. */
    private final String address =
            "2001:db8:%04x:%04x::1".formatted((int) (Math.random() * 0x10000), (int) (Math.random() * 0x10000));

    @BeforeEach
    void anOutput() {
        likeness = stage.likenessOf(person);
        output = stage.output(likeness, person);
    }

    @Test
    void claim_nobodyDecidesOn_isHeldAtFortyEightHoursAndNotASecondBefore() throws Exception {
        UUID id = filed(Map.of("outputId", output)).id();
        stage.foundSurely(id, output);
        Instant received = stage.find(id).receivedAt();

        stage.lookAt(received.plus(ALMOST));
        assertThat(stage.find(id).state()).isEqualTo(State.OPEN);
        assertThat(stage.state(output)).isEqualTo("IN_FORCE");

        stage.lookAt(received.plus(ALMOST).plusSeconds(1));
        assertThat(stage.find(id).state()).isEqualTo(State.HELD);
        assertThat(stage.state(output)).isEqualTo("TAKEN_DOWN");
        stage.lookAt(received.plus(ALMOST).plusSeconds(2));
        assertThat(heard.about(id.toString()))
                .containsExactly("TakedownAsked", "TakedownMatched", "TakedownDueSoon", "TakedownHeld");
        assertThat(stage.alerts(id)).containsExactlyInAnyOrder("takedown-due-soon", "takedown-held-by-clock");

        rulings.refuse(id, "It is somebody else.", referee.id());
        assertThat(stage.state(output)).isEqualTo("IN_FORCE");
    }

    @Test
    void claim_thirtySixHoursOld_isWarnedOfOnce() throws Exception {
        UUID id = filed(Map.of("outputId", output)).id();
        Instant received = stage.find(id).receivedAt();

        stage.lookAt(received.plus(Duration.ofHours(36)).minusSeconds(1));
        assertThat(heard.about(id.toString())).doesNotContain("TakedownDueSoon");
        stage.lookAt(received.plus(Duration.ofHours(36)));
        stage.lookAt(received.plus(Duration.ofHours(40)));
        assertThat(heard.about(id.toString())).containsOnlyOnce("TakedownDueSoon");
    }

    @ParameterizedTest
    @CsvSource({"somebody-else, true", "person-shown, false"})
    void claim_thatDoesNotSpeakForThePersonOrIsNotSure_isToldOfAndHeldByNoClock(String claimant, boolean sure)
            throws Exception {
        UUID id = filed(Map.of("outputId", output, "claimant", claimant)).id();
        if (sure) {
            stage.foundSurely(id, output);
        }
        Instant received = stage.find(id).receivedAt();

        stage.lookAt(received.plus(TakedownCase.TIME));
        stage.lookAt(received.plus(TakedownCase.TIME).plusSeconds(60));

        assertThat(stage.find(id).state()).isEqualTo(State.OPEN);
        assertThat(stage.state(output)).isEqualTo("IN_FORCE");
        assertThat(heard.about(id.toString())).containsOnlyOnce("TakedownOverdue");
        assertThat(stage.alerts(id)).containsExactlyInAnyOrder("takedown-due-soon", "takedown-overdue");
    }

    @Test
    void claim_foundSurelyAfterItsTime_isHeldThen() throws Exception {
        UUID id = filed(Map.of("url", "https://example.org/a")).id();
        Instant due = stage.find(id).dueAt();
        stage.lookAt(due);
        stage.foundSurely(id, output);

        stage.lookAt(due.plusSeconds(60));

        assertThat(stage.find(id).state()).isEqualTo(State.HELD);
        rulings.refuse(id, "It is somebody else.", referee.id());
    }

    @Test
    void claimant_withTheKey_followsTheCaseAndNobodyElseDoes() throws Exception {
        Filed filed = filed(Map.of("outputId", output));

        follow(filed.id(), filed.key())
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.takedown.state").value("open"))
                .andExpect(jsonPath("$.takedown.search").value("searching"))
                .andExpect(jsonPath("$.takedown.matches[0].outputId").value(output))
                .andExpect(jsonPath("$.takedown.matches[0].foundBy").value("named"))
                .andExpect(content().string(Matchers.not(Matchers.containsString("example.org"))));
        for (String wrong : List.of("", filed.key().substring(1), filed.key() + "A")) {
            follow(filed.id(), wrong).andExpect(status().isNotFound());
        }
        follow(UUID.randomUUID(), filed.key()).andExpect(status().isNotFound());
        for (Person other : List.of(person, TakedownRoom.somebody())) {
            signedIn.as(other);
            http.perform(get("/api/takedown-desk").with(jwt())).andExpect(status().isForbidden());
            http.perform(get("/api/takedown-desk/" + filed.id()).with(jwt())).andExpect(status().isForbidden());
        }
        http.perform(get("/api/takedown-desk")).andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @CsvSource({
        "kind, spite",
        "claimant, ''",
        "name, ''",
        "contact, ' '",
        "statement, too short",
        "goodFaith, false",
        "claimant, for-person-shown",
        "outputId, xyz",
        "outputId, 00000000000000ff",
        "outputId, ''",
    })
    void form_thatLacksSomething_isRefusedInPlainWords(String field, String value) throws Exception {
        Map<String, String> fields = TakedownRoom.form();
        fields.put("outputId", output);
        fields.put(field, value);

        send(fields, new byte[0])
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.stage").value("takedown"))
                .andExpect(jsonPath("$.remedy").isNotEmpty());
    }

    @Test
    void form_withMoreThanItHasRoomFor_isRefused() throws Exception {
        Map<String, String> fields = TakedownRoom.form();
        fields.put("outputId", output);
        fields.put("statement", "x".repeat(ClaimForm.MOST_CHARACTERS + 1));
        send(fields, new byte[0]).andExpect(status().isUnprocessableContent());
    }

    @Test
    void address_thatAsksTooOften_isToldToWait() throws Exception {
        for (int i = 0; i < Door.CLAIM.most(); i++) {
            send(Map.of(), new byte[0]).andExpect(status().isUnprocessableContent());
        }
        send(Map.of(), new byte[0]).andExpect(status().isTooManyRequests()).andExpect(header().exists("Retry-After"));
    }

    @Test
    void granted_output_isServedToNobodyUntilTheDecisionIsReplaced() throws Exception {
        Filed filed = filed(Map.of("outputId", output));
        http.perform(get("/api/outputs/" + output + "/file").with(jwt())).andExpect(status().isNotFound());

        decide(filed.id(), true, List.of(output), false).andExpect(status().isOk());

        signedIn.as(person);
        http.perform(get("/api/outputs/" + output + "/file").with(jwt()))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.cause").value(Matchers.containsString("taken down")));
        http.perform(get("/api/outputs").with(jwt()))
                .andExpect(jsonPath("$[0].state").value("taken-down"));
        follow(filed.id(), filed.key())
                .andExpect(jsonPath("$.takedown.state").value("granted"))
                .andExpect(jsonPath("$.takedown.matches[0].down").value(true))
                .andExpect(jsonPath("$.reason").value("Because."));

        decide(filed.id(), false, List.of(), false).andExpect(status().isOk());
        assertThat(stage.state(output)).isEqualTo("IN_FORCE");
        assertThat(heard.about(filed.id().toString()))
                .containsExactly("TakedownAsked", "TakedownMatched", "TakedownGranted", "TakedownRefused");
    }

    @Test
    void output_thatTwoCasesWantDown_isShownWhenBothAreRefused() throws Exception {
        UUID one = filed(Map.of("outputId", output)).id();
        UUID other = filed(Map.of("outputId", output)).id();
        rulings.hold(one, referee.id());
        decide(other, true, List.of(output), false).andExpect(status().isOk());

        rulings.refuse(other, "A mistake.", referee.id());
        assertThat(stage.state(output)).isEqualTo("TAKEN_DOWN");
        rulings.refuse(one, "A mistake.", referee.id());
        assertThat(stage.state(output)).isEqualTo("IN_FORCE");
    }

    @Test
    void wholeLikeness_takenDown_showsNothingAndMakesNothingNewUntilLifted() throws Exception {
        String another = stage.output(likeness, person);
        Filed filed = filed(Map.of("outputId", output));
        assertThat(refusals()).isEmpty();

        decide(filed.id(), true, List.of(output), true).andExpect(status().isOk());

        assertThat(List.of(stage.state(output), stage.state(another))).containsOnly("TAKEN_DOWN");
        assertThat(refusals()).contains("taken-down");
        assertThat(heard.about(likeness.value().toString())).contains("LikenessTakenDown");
        // the claimant does not learn what else there is
        follow(filed.id(), filed.key())
                .andExpect(jsonPath("$.takedown.matches.length()").value(1));

        decide(filed.id(), true, List.of(output), false).andExpect(status().isOk());

        assertThat(List.of(stage.state(output), stage.state(another))).containsExactly("TAKEN_DOWN", "IN_FORCE");
        assertThat(refusals()).isEmpty();
        rulings.refuse(filed.id(), "A mistake.", referee.id());
    }

    private List<String> refusals() {
        var use = new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, UUID.randomUUID());
        return authorizer.authorize(person, use) instanceof AuthorizationDecision.Refused(var reasons)
                ? reasons.stream().map(AuthorizationDecision.Reason::policyId).toList()
                : List.of();
    }

    @Test
    void decision_byThePersonShown_orOnNothing_isRefused() throws Exception {
        UUID id = filed(Map.of("outputId", output)).id();
        for (boolean granted : new boolean[] {true, false}) {
            signedIn.as(new Person(person.id(), referee.roles(), 1, Instant.now(), false));
            answer(id, granted, List.of(output), false).andExpect(status().isForbidden());
        }
        decide(id, true, List.of(), false).andExpect(status().isUnprocessableContent());
        decide(id, true, List.of("00000000000000ff"), false).andExpect(status().isUnprocessableContent());
        assertThat(stage.find(id).state()).isEqualTo(State.OPEN);

        decide(id, false, List.of(), false).andExpect(status().isOk());
        assertThatThrownBy(() -> rulings.hold(id, referee.id())).isInstanceOf(ProblemException.class);
        UUID bare = filed(Map.of("url", "https://example.org/a")).id();
        assertThatThrownBy(() -> rulings.hold(bare, referee.id())).isInstanceOf(ProblemException.class);
    }

    @Test
    void desk_referee_readsTheClaimAndHoldsAtOnce() throws Exception {
        UUID id = filed(Map.of("outputId", output, "url", "https://example.org/a"))
                .id();
        signedIn.as(referee);

        http.perform(get("/api/takedown-desk").with(jwt()))
                .andExpect(jsonPath("$[?(@.id == '" + id + "')].dueAt")
                        .value(stage.find(id).dueAt().toString()));
        http.perform(get("/api/takedown-desk/" + id).with(jwt()))
                .andExpect(jsonPath("$.claim.name").value("Ada Example"))
                .andExpect(jsonPath("$.claim.url").value("https://example.org/a"))
                .andExpect(jsonPath("$.takedown.matches[0].sure").value(false));
        http.perform(post("/api/takedown-desk/" + id + "/hold").with(jwt()))
                .andExpect(jsonPath("$.takedown.state").value("held"))
                .andExpect(jsonPath("$.takedown.matches[0].down").value(true));
        assertThat(stage.state(output)).isEqualTo("TAKEN_DOWN");
        rulings.refuse(id, "It is somebody else.", referee.id());
    }

    @Test
    void search_ofAFile_findsTheOutputByItsMarkAndItsCopiesAndErasesTheFile() throws Exception {
        Path marked = Reencoding.presenterMarkedAs(media, keys, output, folder.resolve("ada.mp4"));
        OutputPrints scene = PrintedOutputs.dubbed(UUID.randomUUID().getLeastSignificantBits(), 1);
        var seen = new OutputPrints(pictureOf(marked), scene.sound());
        String shown = stage.output(likeness, person, seen);
        String copy = stage.output(likeness, person, seen);
        Path file = Reencoding.presenterMarkedAs(media, keys, shown, folder.resolve("shown.mp4"));
        UUID id = filed(Map.of(), Files.readAllBytes(file)).id();

        SealingRoom.work(search, id);

        assertThat(stage.matches().of(id))
                .containsExactlyInAnyOrder(new Match(shown, FoundBy.MARK, true, false), Match.copy(copy, true));
        assertThat(stage.find(id).search()).isEqualTo(TakedownCase.Search.DONE);
        assertThat(store.exists(new ObjectKey("takedown/" + id + "/file"))).isFalse();
    }

    private PictureFingerprint pictureOf(Path file) {
        try (MediaReader reader = media.open(file)) {
            var video = reader.probe().video().orElseThrow();
            var printer = PictureFingerprinter.create(PictureFormat.of(video.widthPx(), video.heightPx()));
            for (Optional<VideoFrame> f = reader.nextFrame(); f.isPresent(); f = reader.nextFrame()) {
                printer.accept(f.get().y(), f.get().presentationTimeUs());
            }
            return printer.finish();
        }
    }

    @Test
    void search_ofAFileThatIsNone_failsWithAProblemAndErasesIt() throws Exception {
        Filed filed = filed(Map.of(), "not a film".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> SealingRoom.work(search, filed.id()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        unreadable -> stage.transaction()
                                .executeWithoutResult(status ->
                                        search.failed(SealingRoom.order(search, filed.id()), unreadable.problem())));

        follow(filed.id(), filed.key())
                .andExpect(jsonPath("$.takedown.search").value("failed"))
                .andExpect(jsonPath("$.takedown.searchProblem.remedy").isNotEmpty());
        assertThat(store.exists(new ObjectKey("takedown/" + filed.id() + "/file")))
                .isFalse();
    }

    private record Filed(UUID id, String key) {}

    private Filed filed(Map<String, String> more) throws Exception {
        return filed(more, new byte[0]);
    }

    private Filed filed(Map<String, String> more, byte[] file) throws Exception {
        Map<String, String> fields = TakedownRoom.form();
        fields.putAll(more);
        String answer = send(fields, file)
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsString();
        JsonNode json = new JsonMapper().readTree(answer);
        return new Filed(
                UUID.fromString(json.get("id").asString()), json.get("key").asString());
    }

    private ResultActions send(Map<String, String> fields, byte[] file) throws Exception {
        return http.perform(post("/api/takedowns")
                .contentType("multipart/form-data; boundary=parts")
                .content(TakedownRoom.multipart(fields, file))
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }));
    }

    private ResultActions follow(UUID id, String key) throws Exception {
        return http.perform(get("/api/takedowns/" + id).header(TakedownController.KEY, key));
    }

    private ResultActions decide(UUID id, boolean granted, List<String> outputs, boolean wholeLikeness)
            throws Exception {
        signedIn.as(referee);
        return answer(id, granted, outputs, wholeLikeness);
    }

    private ResultActions answer(UUID id, boolean granted, List<String> outputs, boolean wholeLikeness)
            throws Exception {
        Map<String, Object> decision = new HashMap<>();
        decision.put("granted", granted);
        decision.put("outputs", outputs);
        decision.put("wholeLikeness", wholeLikeness);
        decision.put("reason", "Because.");
        return http.perform(post("/api/takedown-desk/" + id + "/decision")
                .contentType(MediaType.APPLICATION_JSON)
                .content(new JsonMapper().writeValueAsString(decision))
                .with(jwt()));
    }
}
