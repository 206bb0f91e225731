package studio.selfsame.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.SignedIn;
import studio.selfsame.StudioTest;
import studio.selfsame.face.DetectedFace;
import studio.selfsame.policy.Age;
import studio.selfsame.policy.PublicFigure;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.vault.KeyDestroyedException;
import studio.selfsame.vault.Vault;
import studio.selfsame.work.WorkId;
import studio.selfsame.work.WorkOrder;
import studio.selfsame.work.WorkQueue;

@StudioTest
class VerificationTest {
    private static final String DECISION = "{\"approved\": %s, \"evidence\": \"passport seen in a call\"}";

    @Autowired
    MockMvc http;

    @Autowired
    VerificationTable table;

    @Autowired
    Vault vault;

    @Autowired
    VerificationMedia media;

    @Autowired
    Portraits portraits;

    @Autowired
    People people;

    @Autowired
    WorkQueue work;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void verification_oneFaceApprovedByReferee_isUsableAndItsPictureGone() throws Exception {
        var creator = SignedIn.creator(UUID.randomUUID().toString());
        var id = submit(creator, picture());
        assertThat(work.of(id)).extracting("kind").containsExactly("identity.portrait");

        check(id, List.of(StillFaces.frontal(400)));
        http.perform(get("/api/verifications/{id}/portrait", id).with(SignedIn.referee("ref-1")))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.IMAGE_PNG));
        decide(id, SignedIn.referee("ref-1"), true)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("approved"));

        http.perform(get("/api/me").with(creator))
                .andExpect(jsonPath("$.verification.state").value("approved"));
        var row = table.find(id).orElseThrow();
        assertThat(portraits.verifiedPortraitOf(row.person()).orElseThrow().primary())
                .containsExactly(StillFaces.PRIMARY);
        assertThat(people.verificationOf(row.person()).orElseThrow().id()).isEqualTo(id);
        assertThatThrownBy(() -> vault.read(row.dataKey(), row.portrait())).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', UNKNOWN, UNKNOWN",
        "', \"adult\": null, \"publicFigure\": null', UNKNOWN, UNKNOWN",
        "', \"adult\": true', ADULT, UNKNOWN",
        "', \"adult\": false, \"publicFigure\": \"no\"', MINOR, NO",
        "', \"publicFigure\": \"confirmed\"', UNKNOWN, CONFIRMED",
        "', \"adult\": true, \"publicFigure\": \"unconfirmed\"', ADULT, UNCONFIRMED"
    })
    void verification_approved_saysOfAgeAndKnownWhatTheRefereeSaid(String stated, Age age, PublicFigure figure)
            throws Exception {
        var id = submit(SignedIn.creator(UUID.randomUUID().toString()), picture());
        check(id, List.of(StillFaces.frontal(400)));

        decide(id, SignedIn.referee("ref-1"), "{\"approved\": true, \"evidence\": \"passport\"" + stated + "}")
                .andExpect(status().isOk());

        var verification =
                people.verificationOf(table.find(id).orElseThrow().person()).orElseThrow();
        assertThat(verification.age()).isEqualTo(age);
        assertThat(verification.publicFigure()).isEqualTo(figure);
        assertThat(Recorded.about(jdbc, id.toString()))
                .singleElement()
                .satisfies(record -> assertThat(record.entry())
                        .contains(
                                "\"age\":\"" + age.name().toLowerCase(Locale.ROOT) + "\"",
                                "\"publicFigure\":\"" + figure.name().toLowerCase(Locale.ROOT) + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "unknown", "NO", ""})
    void verification_decidedWithAnotherWord_isRefusedAndStaysOpen(String figure) throws Exception {
        var id = submit(SignedIn.creator(UUID.randomUUID().toString()), picture());
        check(id, List.of(StillFaces.frontal(400)));

        decide(
                        id,
                        SignedIn.referee("ref-1"),
                        "{\"approved\": true, \"evidence\": \"passport\", \"publicFigure\": \"" + figure + "\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.remedy").value(containsString("no, confirmed or unconfirmed")));

        assertThat(table.find(id).orElseThrow().state()).isEqualTo(VerificationRow.State.AWAITING_REFEREE);
    }

    @Test
    void verification_rejected_leavesNothingReadable() throws Exception {
        var id = submit(SignedIn.creator(UUID.randomUUID().toString()), picture());
        check(id, List.of(StillFaces.frontal(400)));

        decide(id, SignedIn.referee("ref-1"), false)
                .andExpect(jsonPath("$.state").value("rejected"));

        var row = table.find(id).orElseThrow();
        assertThatThrownBy(() -> vault.read(row.dataKey(), row.embedding())).isInstanceOf(KeyDestroyedException.class);
        assertThat(portraits.verifiedPortraitOf(row.person())).isEmpty();
        decide(id, SignedIn.referee("ref-1"), true).andExpect(status().isConflict());
    }

    @Test
    void verification_ofTheRefereeThemselves_cannotBeDecidedByThem() throws Exception {
        var referee = SignedIn.referee(UUID.randomUUID().toString());
        var id = submit(referee, picture());
        check(id, List.of(StillFaces.frontal(400)));

        decide(id, referee, true)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.remedy").value("Ask a referee who is somebody else."));

        assertThat(table.find(id).orElseThrow().state()).isEqualTo(VerificationRow.State.AWAITING_REFEREE);
    }

    @Test
    void verification_ofSomebodyElse_isUnknown() throws Exception {
        var id = submit(SignedIn.creator(UUID.randomUUID().toString()), picture());

        http.perform(get("/api/verifications/{id}", id).with(SignedIn.creator("curious")))
                .andExpect(status().isNotFound());
        decide(id, SignedIn.creator("curious"), true).andExpect(status().isForbidden());
    }

    @Test
    void portrait_withoutOneGoodFace_isUnusableAndSaysWhy() throws Exception {
        assertUnusable(List.of(), "no face");
        assertUnusable(List.of(StillFaces.frontal(400), StillFaces.frontal(300)), "more than one face");
        assertUnusable(List.of(StillFaces.frontal(60)), "smaller than 96 pixels");
        assertUnusable(List.of(StillFaces.turned(400, 50)), "turned away");
    }

    @Test
    void portrait_noPicture_isRefusedBeforeAnythingIsStored() throws Exception {
        http.perform(multipart("/api/verifications")
                        .file(new MockMultipartFile("portrait", "%PDF-1.7 not a picture".getBytes()))
                        .with(SignedIn.creator("pdf")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.cause").value("the file is neither a JPEG nor a PNG picture"));
    }

    @Test
    void portrait_damaged_isUnusable() throws Exception {
        var half = Arrays.copyOf(picture(), 60);
        var id = submit(SignedIn.creator(UUID.randomUUID().toString()), half);

        assertThatThrownBy(() -> check(id, List.of(StillFaces.frontal(400))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().cause()).isEqualTo("the picture is damaged"));
    }

    @Test
    void portrait_whileOneIsOpen_isRefused() throws Exception {
        var creator = SignedIn.creator(UUID.randomUUID().toString());
        submit(creator, picture());

        http.perform(multipart("/api/verifications")
                        .file(new MockMultipartFile("portrait", picture()))
                        .with(creator))
                .andExpect(status().isConflict());
    }

    private void assertUnusable(List<DetectedFace> faces, String cause) throws Exception {
        var creator = SignedIn.creator(UUID.randomUUID().toString());
        var id = submit(creator, picture());
        var order = order(id);
        try {
            check(id, faces);
            throw new AssertionError("the portrait was taken");
        } catch (ProblemException refused) {
            // as the work room does it
            transaction.executeWithoutResult(now -> handler(faces).failed(order, refused.problem()));
        }
        http.perform(get("/api/me").with(creator))
                .andExpect(jsonPath("$.verification.state").value("unusable"))
                .andExpect(jsonPath("$.verification.problem.cause").value(containsString(cause)));
        assertThat(vault.isDestroyed(table.find(id).orElseThrow().dataKey())).isTrue();
    }

    private UUID submit(RequestPostProcessor who, byte[] portrait) throws Exception {
        var answer = http.perform(multipart("/api/verifications")
                        .file(new MockMultipartFile("portrait", portrait))
                        .with(who))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("checking"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return UUID.fromString(JsonPath.read(answer, "$.id"));
    }

    private void check(UUID id, List<DetectedFace> faces) throws Exception {
        handler(faces).handle(order(id), new SilentMonitor());
    }

    private PortraitCheck handler(List<DetectedFace> faces) {
        return new PortraitCheck(table, vault, media, () -> new StillFaces(faces));
    }

    private static WorkOrder order(UUID id) {
        return new WorkOrder(new WorkId(UUID.randomUUID()), PortraitCheck.KIND, id, 0, 1);
    }

    private ResultActions decide(UUID id, RequestPostProcessor who, boolean yes) throws Exception {
        return decide(id, who, DECISION.formatted(yes));
    }

    private ResultActions decide(UUID id, RequestPostProcessor who, String decision) throws Exception {
        return http.perform(post("/api/verifications/{id}/decision", id)
                .with(who)
                .contentType(MediaType.APPLICATION_JSON)
                .content(decision));
    }

    private static byte[] picture() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
