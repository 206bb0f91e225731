package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.StudioTest;
import studio.selfsame.TestStudio;
import studio.selfsame.consent.AuthorizationRefusedException;
import studio.selfsame.consent.ConsentingPeople;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.Person;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.policy.OutputMarks;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.rendering.PlayedRenders;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.sealing.c2pa.SampleCredentials;
import studio.selfsame.sealing.c2pa.SampleMp4;
import studio.selfsame.sealing.c2pa.Witness;
import studio.selfsame.sealing.label.Label;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.WatermarkKey;

@StudioTest
@Import(SealingRoom.class)
class SealingTest {
    private static final Runnable NOTHING = () -> {};
    private static final Person OWNER = SealingRoom.SignedIn.fresh();
    private static LikenessId ownersLikeness;
    private static UUID sealed;

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
    ConsentingPeople.Desk consent;

    @Autowired
    OutputRows outputs;

    @Autowired
    ObjectStore store;

    @Autowired
    SigningIdentity identity;

    @Autowired
    Media media;

    @Autowired
    MarkKeys marks;

    @Autowired
    ContentCredentials credentials;

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

    /** One render of the owner's, sealed once for all tests that only look at what came of it. */
    private UUID sealedOnce() throws Exception {
        signedIn.as(OWNER);
        if (sealed == null) {
            ownersLikeness = station.likenessOf(OWNER);
            UUID render = station.render(OWNER, ownersLikeness, PlayedRenders.WIDTH, NOTHING);
            SealingRoom.work(work, render);
            sealed = render;
        }
        return sealed;
    }

    @Test
    void render_sealed_isTrustedByAnotherImplementationOnRecordAndForItsOwnerAlone() throws Exception {
        UUID render = sealedOnce();

        String id = renders.outputOf(render).orElseThrow();
        byte[] file = stored(render);
        Path copy = Files.write(folder.resolve("sealed.mp4"), file);
        assertThat(Witness.judge(identity.root(), List.of(copy)))
                .hasSize(2)
                .allSatisfy(verdict ->
                        assertThat(verdict.state()).as(verdict.toString()).isEqualTo("Trusted"));
        assertThat(heard.about(id)).containsExactly("OutputSealed");
        assertThat(TestStudio.home().resolve("scratch/sealing/" + render)).doesNotExist();
        theRecordIsPublicAndNamesNobody(id, file);
        theFileIsForItsOwnerAlone(id, file);
    }

    private void theRecordIsPublicAndNamesNobody(String id, byte[] file) throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        String body = http.perform(get("/api/outputs/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("in-force"))
                .andExpect(jsonPath("$.fileSha256").value(sha256))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(body)
                .doesNotContain(
                        OWNER.id().value().toString(), ownersLikeness.value().toString());
    }

    private void theFileIsForItsOwnerAlone(String id, byte[] file) throws Exception {
        String path = "/api/outputs/" + id + "/file";
        http.perform(get(path).with(jwt()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "video/mp4"))
                .andExpect(content().bytes(file));
        http.perform(get(path).with(jwt()).header("Range", "bytes=1000-1999"))
                .andExpect(status().isPartialContent())
                .andExpect(header().string("Content-Range", "bytes 1000-1999/" + file.length))
                .andExpect(content().bytes(Arrays.copyOfRange(file, 1000, 2000)));
        signedIn.as(SealingRoom.SignedIn.fresh());
        http.perform(get(path).with(jwt())).andExpect(status().isNotFound());
        http.perform(get(path)).andExpect(status().is4xxClientError());
    }

    @Test
    void render_consentWithdrawnAtTheLastPicture_becomesNoFile() throws Exception {
        UUID render = station.muteRender(person, likeness, () -> consent.withdraw(person.id(), likeness));

        assertThatThrownBy(() -> SealingRoom.work(work, render)).isInstanceOf(AuthorizationRefusedException.class);
        assertThat(store.exists(Delivery.objectOf(new RenderId(render)))).isFalse();
        assertThat(outputs.ofRender(new RenderId(render))).isEmpty();
        assertThat(TestStudio.home().resolve("scratch/sealing/" + render)).doesNotExist();
    }

    @Test
    void render_noIdCanBeReadBack_isDrawnThreeTimesAndBecomesNoFile() throws Exception {
        AtomicInteger drawn = new AtomicInteger();
        UUID render = station.silentRender(person, likeness, drawn::incrementAndGet);

        assertThatThrownBy(() -> SealingRoom.work(work, render))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("sound");
        assertThat(drawn).hasValue(3);
        assertThat(heard.about(render.toString())).contains("UseRefused", "SelfVerificationFailed");
        assertThat(store.exists(Delivery.objectOf(new RenderId(render)))).isFalse();
        assertThat(TestStudio.home().resolve("scratch/sealing/" + render)).doesNotExist();
    }

    @Test
    void output_ofARecording_saysSoCarriesItsCredentialsAndIsMarkedOnTheRecordWhenConsentIsWithdrawn()
            throws Exception {
        Path recording = folder.resolve("recording.mp4");
        Path camera = SampleMp4.write(folder.resolve("camera.mp4"), false, true);
        SampleCredentials.sign(camera, recording, SampleCredentials.draft(), identity.signer());
        UUID render = station.alteredRender(person, likeness, () -> Files.newByteChannel(recording));
        SealingRoom.work(work, render);
        byte[] file = stored(render);
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .contains("digitalsourcetype/compositeWithTrainedAlgorithmicMedia", "relip")
                .contains("c2pa.opened", "parentOf", "studio.selfsame.sample");
        Path copy = Files.write(folder.resolve("altered.mp4"), file);
        assertThat(Witness.judge(identity.root(), List.of(copy)))
                .allSatisfy(verdict ->
                        assertThat(verdict.state()).as(verdict.toString()).isEqualTo("Trusted"));

        consent.withdraw(person.id(), likeness);

        assertThat(outputs.ofRender(new RenderId(render)).orElseThrow().state())
                .isEqualTo(OutputRecord.State.WITHDRAWN);
        assertThat(heard.about(likeness.value().toString())).contains("OutputsWithdrawn");
    }

    @Test
    void render_givenUp_tellsWhyAndLeavesNoFile() throws Exception {
        UUID render = station.render(person, likeness, PlayedRenders.WIDTH, NOTHING);
        store.put(Delivery.objectOf(new RenderId(render)), out -> out.write(1));

        transaction.executeWithoutResult(status -> work.failed(
                SealingRoom.order(work, render),
                SealingProblems.unverified("The label cannot be read in picture 0.")
                        .problem()));

        assertThat(renders.problemOf(render).orElseThrow().cause()).contains("label");
        assertThat(heard.about(render.toString())).contains("SealingFailed");
        assertThat(store.exists(Delivery.objectOf(new RenderId(render)))).isFalse();
    }

    @Test
    void selfVerification_anythingElseThanWhatWasMeant_isFound() throws Exception {
        UUID render = sealedOnce();
        Path file = Files.write(folder.resolve("sealed.mp4"), stored(render));
        Payload payload = Payload.ofHex(renders.outputOf(render).orElseThrow());
        int frames = PlayedRenders.SECONDS * 25;
        Label label = label(Disclosure.GENERATED.words(Locale.US), frames);
        Label elsewhere = label("HIDDEN", frames);
        var strangersKeys = new MarkKeys(List.of(WatermarkKey.generate("studio-1")));

        var whole = verification(marks).read(file, label, payload, frames, true);
        var otherId = verification(marks).read(file, label, new Payload(1), frames, true);
        var otherLabel = verification(marks).read(file, elsewhere, payload, frames, true);
        var oneMore = verification(marks).read(file, label, payload, frames + 1, true);
        var strange = verification(strangersKeys).read(file, label, payload, frames, true);

        assertThat(whole.marks()).isEqualTo(new OutputMarks(true, true, true));
        assertThat(whole.faults()).isEmpty();
        assertThat(otherId.marks()).isEqualTo(new OutputMarks(false, true, false));
        assertThat(otherId.faults()).hasSize(3).first().asString().contains("Credentials");
        assertThat(otherLabel.marks()).isEqualTo(new OutputMarks(true, false, true));
        assertThat(otherLabel.faults()).containsExactly("The label cannot be read in picture 0.");
        assertThat(oneMore.marks()).isEqualTo(new OutputMarks(true, true, true));
        assertThat(oneMore.faults()).containsExactly("The file has 200 pictures instead of 201.");
        assertThat(strange.marks()).isEqualTo(new OutputMarks(false, true, true));
        assertThat(strange.faults())
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault).contains("invisible mark"));
    }

    private static Label label(String words, int frames) {
        return Label.of(
                words,
                Locale.ENGLISH,
                PlayedRenders.WIDTH,
                PlayedRenders.HEIGHT,
                new FrameRate(25, 1),
                frames,
                List.of());
    }

    private SelfVerification verification(MarkKeys keys) {
        return new SelfVerification(media, keys, credentials, new SealingRoom.Unwatched());
    }

    @Test
    void root_asked_isTheOneThatVouches() throws Exception {
        http.perform(get("/api/trust/root.pem"))
                .andExpect(status().isOk())
                .andExpect(content().string(Pem.of(identity.root())));
    }

    private byte[] stored(UUID render) throws Exception {
        try (var channel = store.open(Delivery.objectOf(new RenderId(render)))) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }
}
