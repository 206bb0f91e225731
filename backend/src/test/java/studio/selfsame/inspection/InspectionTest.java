package studio.selfsame.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.StudioTest;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.enrolment.FootageScreen;
import studio.selfsame.identity.Person;
import studio.selfsame.inspection.InspectionReport.Fingerprint;
import studio.selfsame.inspection.InspectionReport.Verdict;
import studio.selfsame.media.Media;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.rendering.PlayedRenders;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.sealing.MarkKeys;
import studio.selfsame.sealing.OutputDisclosures;
import studio.selfsame.sealing.SealingRoom;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.work.WorkHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@StudioTest
@Import(SealingRoom.class)
class InspectionTest {
    @Autowired
    List<WorkHandler> handlers;

    @Autowired
    InspectionWork work;

    @Autowired
    InspectionDesk desk;

    @Autowired
    FileInspector inspector;

    @Autowired
    SealingRoom.Station station;

    @Autowired
    PlayedRenders renders;

    @Autowired
    ConsentingPeople.Desk consent;

    @Autowired
    ObjectStore store;

    @Autowired
    FootageScreen screen;

    @Autowired
    MarkKeys keys;

    @Autowired
    CallerLimit limit;

    @Autowired
    Media media;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc http;

    @TempDir
    Path folder;

    private final Person person = SealingRoom.SignedIn.fresh();

    @Test
    void sealedFile_asItIsReencodedTamperedAndWithdrawn_getsAStraightAnswer() throws Exception {
        LikenessId likeness = station.likenessOf(person);
        UUID render = station.render(person, likeness, PlayedRenders.WIDTH, () -> {});
        SealingRoom.work(sealing(), render);
        String id = renders.outputOf(render).orElseThrow();
        Path sealed = sealedFile(render);
        Path half = folder.resolve("half.mp4");
        Reencoding.halfSize(media, sealed, half);

        InspectionReport untouched = inspect(sealed);
        assertThat(untouched.verdict()).as(untouched.toString()).isEqualTo(Verdict.IN_FORCE);
        assertThat(untouched.watermark()).isEqualTo(new InspectionReport.Watermark(true, id, true, true));
        assertThat(untouched.credentials().state()).isEqualTo(InspectionReport.CredentialsState.VALID);

        InspectionReport reencoded = inspect(half);
        assertThat(reencoded.verdict()).as(reencoded.toString()).isEqualTo(Verdict.IN_FORCE);
        assertThat(reencoded.watermark().outputId()).isEqualTo(id);
        assertThat(reencoded.credentials().state()).isEqualTo(InspectionReport.CredentialsState.ABSENT);
        assertThat(String.join("\n", reencoded.findings())).contains("re-encoded or stripped");
        assertThat(reencoded.fingerprint()).isEqualTo(Fingerprint.SAME);
        assertThat(untouched.changes()).isEmpty();
        assertThat(untouched.signals()).as("what is known needs no guessing").isEmpty();

        Path bare = Reencoding.unmarked(media, unsealed(render), folder.resolve("bare.mp4"));
        InspectionReport unmarked = inspect(bare);
        assertThat(unmarked.watermark().found()).as(unmarked.toString()).isFalse();
        assertThat(unmarked.fingerprint()).isEqualTo(Fingerprint.SAME);
        // other renders of these tests show the same scene
        assertThat(unmarked.verdict()).isIn(Verdict.IN_FORCE, Verdict.WITHDRAWN);

        InspectionReport pasted = inspect(Reencoding.presenterMarkedAs(media, keys, id, folder.resolve("other.mp4")));
        assertThat(pasted.verdict()).as(pasted.toString()).isEqualTo(Verdict.MISMATCH);
        assertThat(pasted.watermark().outputId()).isEqualTo(id);

        FootageGate gate = new FootageGate(screen, folder);
        gate.refuses(sealed, "made-by-ai");
        gate.refuses(half, "made-here");
        gate.refuses(bare, "copy-of-output");

        InspectionReport tampered = inspect(tampered(sealed));
        assertThat(tampered.verdict()).as(tampered.toString()).isEqualTo(Verdict.ALTERED);
        assertThat(tampered.credentials().failures()).containsExactly("assertion.bmffHash.mismatch");

        theMarkLeadsToTheManifestOf(sealed, id);

        consent.withdraw(person.id(), likeness);
        assertThat(inspect(half).verdict()).isEqualTo(Verdict.WITHDRAWN);
        // What is withdrawn keeps its manifest.
        theMarkLeadsToTheManifestOf(sealed, id);
    }

    private void theMarkLeadsToTheManifestOf(Path sealed, String id) throws Exception {
        String alg =
                read("/services/supportedAlgorithms").at("/watermarks/0/alg").asString();
        byte[] bits = HexFormat.of().parseHex(id);
        String manifest = "";
        for (byte[] form : List.of(bits, id.getBytes(StandardCharsets.US_ASCII))) {
            String value = Base64.getEncoder().encodeToString(form);
            JsonNode matches = new JsonMapper()
                    .readTree(http.perform(
                                    get("/matches/byBinding").param("alg", alg).param("value", value))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .path("matches");
            assertThat(matches.size()).isOne();
            manifest = matches.at("/0/manifestId").asString();
            assertThat(manifest).startsWith("urn:c2pa:");
        }
        byte[] store = http.perform(get("/manifests/" + manifest))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/c2pa"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(Files.readAllBytes(sealed), StandardCharsets.ISO_8859_1))
                .contains(new String(store, StandardCharsets.ISO_8859_1));
        assertThat(new String(store, StandardCharsets.ISO_8859_1)).contains(alg);
    }

    private JsonNode read(String path) throws Exception {
        return new JsonMapper()
                .readTree(http.perform(get(path))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    @Test
    void binding_thatIsNone_isRefusedOrMatchesNothing() throws Exception {
        String none = Base64.getEncoder().encodeToString(new byte[8]);
        http.perform(get("/matches/byBinding")
                        .param("alg", OutputDisclosures.MARK)
                        .param("value", none))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matches.length()").value(0));
        for (String value : List.of("%%%", "AAAA", Base64.getEncoder().encodeToString(new byte[16]))) {
            http.perform(get("/matches/byBinding")
                            .param("alg", OutputDisclosures.MARK)
                            .param("value", value))
                    .andExpect(status().isBadRequest());
        }
        http.perform(get("/matches/byBinding").param("alg", "com.example").param("value", none))
                .andExpect(status().isBadRequest());
        http.perform(get("/matches/byBinding")
                        .param("alg", OutputDisclosures.MARK)
                        .param("value", none)
                        .param("maxResults", "0"))
                .andExpect(status().isBadRequest());
        http.perform(query("{\"alg\": \"%s\"}".formatted(OutputDisclosures.MARK)))
                .andExpect(status().isBadRequest());
        http.perform(get("/manifests/urn:c2pa:" + UUID.randomUUID())).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder query(String json) {
        return post("/matches/byBinding")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
    }

    @Test
    void address_thatLooksUpTooOften_isToldToWaitAndMayStillHandInFiles() throws Exception {
        String none = Base64.getEncoder().encodeToString(new byte[8]);
        String query = "{\"alg\": \"%s\", \"value\": \"%s\"}".formatted(OutputDisclosures.MARK, none);
        for (int i = 1; i < Door.LOOK_UP.most(); i++) {
            limit.require(Door.LOOK_UP, "192.0.2.10");
        }
        http.perform(query(query).with(from("192.0.2.10"))).andExpect(status().isOk());
        http.perform(query(query).with(from("192.0.2.10")))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
        http.perform(get("/manifests/urn:c2pa:" + UUID.randomUUID()).with(from("192.0.2.10")))
                .andExpect(status().isTooManyRequests());
        http.perform(multipart("/inspect").with(from("192.0.2.10"))).andExpect(status().isUnprocessableContent());
    }

    @Test
    void stranger_handsInAFile_readsTheReportAndTheFileIsGone() throws Exception {
        Path hum = Reencoding.hum(media, folder.resolve("hum.m4a"));
        UUID id = handIn(Files.readAllBytes(hum));
        http.perform(get("/api/inspections/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("inspecting"))
                .andExpect(jsonPath("$.progress.stage").isNotEmpty())
                .andExpect(jsonPath("$.progress.fraction").value(0.0));

        SealingRoom.work(work, id);

        http.perform(get("/api/inspections/" + id))
                .andExpect(jsonPath("$.state").value("done"))
                .andExpect(jsonPath("$.progress").isEmpty())
                .andExpect(jsonPath("$.report.verdict").value("not-ours"))
                .andExpect(jsonPath("$.report.credentials.state").value("absent"))
                .andExpect(jsonPath("$.report.record.state").value("unknown"))
                .andExpect(jsonPath("$.report.watermark.found").value(false));
        assertThat(store.exists(new ObjectKey("inspection/" + id))).isFalse();
    }

    @Test
    void footage_thatSaysItWasGenerated_isRefusedAndACamerasOrAnEditorsIsNot() throws Exception {
        FootageGate gate = new FootageGate(screen, folder);

        gate.refuses(gate.presenter("c2pa.created", "trainedAlgorithmicMedia"), "made-by-ai");
        gate.refuses(gate.presenter("c2pa.edited", "compositeWithTrainedAlgorithmicMedia"), "made-by-ai");

        gate.passes(gate.presenter("c2pa.edited", "humanEdits"));
    }

    @Test
    void file_thatIsNoMedia_failsWithAProblemAndIsGone() throws Exception {
        UUID id = handIn("not a film".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> SealingRoom.work(work, id))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        unreadable -> transaction.executeWithoutResult(
                                status -> work.failed(SealingRoom.order(work, id), unreadable.problem())));

        http.perform(get("/api/inspections/" + id))
                .andExpect(jsonPath("$.state").value("failed"))
                .andExpect(jsonPath("$.problem.remedy").isNotEmpty());
        assertThat(store.exists(new ObjectKey("inspection/" + id))).isFalse();
    }

    @Test
    void hostileFile_isAProblemOverHttpToo_andTheNextFileIsRead() throws Exception {
        byte[] boxes = "\0\0\0\bfree".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
        for (byte[] hostile : List.of(new byte[1], boxes)) {
            UUID id = handIn(hostile);
            assertThatThrownBy(() -> SealingRoom.work(work, id))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.problem().remedy()).isNotBlank());
        }
        UUID still;
        try (var portrait =
                Objects.requireNonNull(InspectionTest.class.getResourceAsStream("/footage/ada_portrait.jpg"))) {
            still = handIn(portrait.readAllBytes());
        }

        SealingRoom.work(work, still);

        http.perform(get("/api/inspections/" + still))
                .andExpect(jsonPath("$.state").value("done"))
                .andExpect(jsonPath("$.report.verdict").value("not-ours"))
                .andExpect(jsonPath("$.report.findings").value(hasItem(startsWith("This is a still picture"))));
    }

    @Test
    void file_largerThanAllowed_isRefusedWhileItStreams() {
        assertThatThrownBy(() -> desk.take(new Endless()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("512 MB");
    }

    @Test
    void request_withoutFile_isRefused() throws Exception {
        http.perform(multipart("/api/inspections").with(from("192.0.2.3"))).andExpect(status().is4xxClientError());
    }

    @Test
    void address_thatAsksTooOften_isToldToWait() throws Exception {
        for (int i = 0; i < Door.INSPECTION.most(); i++) {
            http.perform(multipart("/api/inspections").with(from("192.0.2.9")));
        }
        http.perform(multipart("/api/inspections").with(from("192.0.2.9")))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", matchesPattern("[1-9][0-9]{1,2}")))
                .andExpect(jsonPath("$.remedy").isNotEmpty());
        http.perform(multipart("/api/inspections").with(from("192.0.2.8"))).andExpect(status().is4xxClientError());
    }

    @Test
    void callers_ofOneNetwork_shareOneAllowance() {
        CallerLimit limit = new CallerLimit(new StaticListableBeanFactory().getBeanProvider(Clock.class));
        for (int i = 0; i < Door.INSPECTION.most(); i++) {
            limit.require(Door.INSPECTION, "2001:db8:1:2::" + Integer.toHexString(i + 1));
        }

        assertThatThrownBy(() -> limit.require(Door.INSPECTION, "2001:db8:1:2:ffff::9"))
                .isInstanceOf(TooOftenException.class);
        assertThatNoException().isThrownBy(() -> limit.require(Door.INSPECTION, "2001:db8:1:3::1"));
        assertThatNoException().isThrownBy(() -> limit.require(Door.INSPECTION, "192.0.2.77"));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private UUID handIn(byte[] bytes) throws Exception {
        String answer = http.perform(post("/inspect")
                        .contentType("multipart/form-data; boundary=parts")
                        .content(form(bytes))
                        .with(from("192.0.2.1")))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", matchesPattern("/api/inspections/[0-9a-f-]{36}")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return UUID.fromString(new JsonMapper().readTree(answer).get("id").asString());
    }

    private static byte[] form(byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--parts\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nwhose?\r\n"
                        + "--parts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes("\r\n--parts--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private InspectionReport inspect(Path file) throws Exception {
        return inspector.inspect(() -> Files.newByteChannel(file), new SealingRoom.Unwatched());
    }

    private UnsealedRender unsealed(UUID render) {
        return renders.unsealed(new RenderId(render)).orElseThrow();
    }

    private WorkHandler sealing() {
        return handlers.stream()
                .filter(handler -> handler.kind().equals("sealing.seal"))
                .findFirst()
                .orElseThrow();
    }

    private Path sealedFile(UUID render) throws Exception {
        try (var channel = store.open(new ObjectKey("output/" + render + ".mp4"))) {
            return Files.write(
                    folder.resolve("sealed.mp4"),
                    Channels.newInputStream(channel).readAllBytes());
        }
    }

    private Path tampered(Path sealed) throws Exception {
        byte[] bytes = Files.readAllBytes(sealed);
        bytes[bytes.length - 200] ^= 1;
        return Files.write(folder.resolve("tampered.mp4"), bytes);
    }

    /** A file without an end. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return length;
        }
    }
}
