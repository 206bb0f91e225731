package studio.selfsame.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.StudioTest;
import studio.selfsame.audit.AuditExport;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.PlayedReleases;
import studio.selfsame.consent.ReleaseUseId;
import studio.selfsame.consent.ReleasedUses;
import studio.selfsame.identity.Person;
import studio.selfsame.likeness.ModelProvenance;
import studio.selfsame.rendering.PlayedRenders;
import studio.selfsame.rendering.RenderId;
import studio.selfsame.sealing.c2pa.CredentialsReader;
import studio.selfsame.sealing.c2pa.Tamper;
import studio.selfsame.sealing.c2pa.Witness;
import studio.selfsame.vault.ObjectStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a file made under a release tells, and what is on record of it: one file, looked at from all sides. */
@StudioTest
@Import(SealingRoom.class)
class SealedFileTellsTest {
    private static final Instant TRAINED = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    static Path folder;

    private static @Nullable Sealed sealed;

    @Autowired
    SealingWork work;

    @Autowired
    SealingRoom.Station station;

    @Autowired
    SealingRoom.SignedIn signedIn;

    @Autowired
    SealingRoom.Models models;

    @Autowired
    PlayedRenders renders;

    @Autowired
    PlayedReleases.Desk releases;

    @Autowired
    ObjectStore store;

    @Autowired
    CredentialsReader reader;

    @Autowired
    SigningIdentity identity;

    @Autowired
    AuditExport export;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc http;

    private record Sealed(String id, Path file, Person talent, Person producer, LikenessId likeness, UUID release) {}

    @BeforeEach
    void seal() throws Exception {
        if (sealed == null) {
            Person talent = SealingRoom.SignedIn.fresh();
            Person producer = SealingRoom.SignedIn.fresh();
            LikenessId likeness = station.likenessOf(talent);
            signedIn.as(producer);
            models.add(model(likeness));
            ReleaseUseId use = releases.released(likeness, talent.id(), producer.id(), "Good evening.");
            UUID render = station.releasedRender(producer, likeness, use);
            SealingRoom.work(work, render);
            Path file = folder.resolve("sealed.mp4");
            try (var in = store.open(Delivery.objectOf(new RenderId(render)))) {
                Files.copy(Channels.newInputStream(in), file);
            }
            ReleasedUses.ReleasedUse released =
                    releases.read(use, Duration.ZERO).orElseThrow();
            sealed = new Sealed(
                    renders.outputOf(render).orElseThrow(),
                    file,
                    talent,
                    producer,
                    likeness,
                    released.release().id());
        }
    }

    private static ModelProvenance model(LikenessId likeness) {
        return new ModelProvenance(
                likeness,
                UUID.randomUUID(),
                "cd".repeat(32),
                UUID.randomUUID(),
                null,
                "0.6",
                "retrieval+residual",
                Map.of("steps", "300"),
                Map.of(),
                null,
                TRAINED);
    }

    @Test
    void consent_ofAReleasedUse_namesReleaseDecisionAndCheckpointAndNobody() throws Exception {
        Map<?, ?> consent = consent();

        assertThat(consent.get("release")).isEqualTo(sealed.release().toString());
        assertThat(consent.get("notices")).isEqualTo(List.of("synthetic-performer", "aigc"));
        assertThat((Long) consent.get("auditSize")).isGreaterThan((Long) consent.get("decisionIndex"));
        assertThat(consent.toString())
                .doesNotContain(
                        sealed.talent().id().value().toString(),
                        sealed.producer().id().value().toString(),
                        sealed.likeness().value().toString());
    }

    @Test
    void decision_ofTheManifest_isInThePublicTreeAndWhatTheExportSays() throws Exception {
        Map<?, ?> consent = consent();
        long index = (Long) consent.get("decisionIndex");
        byte[] decision = HexFormat.of().parseHex((String) consent.get("decisionSha256"));
        Path trail = folder.resolve("trail");
        export.write(trail, true);

        String proof = http.perform(get("/api/audit/entries/" + index + "/proof"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        JsonNode line = new JsonMapper().readTree(line(trail, index));
        JsonNode said = new JsonMapper().readTree(line.path("entry").asString());

        MessageDigest leaf = MessageDigest.getInstance("SHA-256");
        leaf.update((byte) 0);
        assertThat(proof).contains(HexFormat.of().formatHex(leaf.digest(decision)));
        MessageDigest entry = MessageDigest.getInstance("SHA-256");
        entry.update(Base64.getDecoder().decode(line.path("salt").asString()));
        assertThat(entry.digest(line.path("entry").asString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(decision);
        assertThat(said.path("kind").asString()).isEqualTo("UsePermitted");
        assertThat(said.path("facts").path("authorization").asString()).isEqualTo(consent.get("authorization"));
        assertThat(said.path("facts").path("policies").asString()).contains("release");
    }

    @Test
    void metadata_inTheFile_saysWhatItIsToEveryTool() throws Exception {
        String xmp = XmpBox.read(sealed.file()).orElseThrow();
        Map<String, String> tags = Ffprobe.tags(sealed.file());

        assertThat(Xmp.of(xmp))
                .containsEntry("Iptc4xmpExt:DigitalSourceType", RenderActions.GENERATED)
                .containsEntry("Iptc4xmpExt:AISystemUsed", "Selfsame")
                .containsEntry("dc:identifier", sealed.id())
                .containsEntry("Iptc4xmpCore:AltTextAccessibility", "AI GENERATED")
                .containsEntry("TC260:AIGC", tags.get("AIGC"));
        JsonNode aigc = new JsonMapper().readTree(tags.get("AIGC"));
        assertThat(aigc.propertyNames())
                .containsExactly(
                        "Label",
                        "ContentProducer",
                        "ProduceID",
                        "ReservedCode1",
                        "ContentPropagator",
                        "PropagateID",
                        "ReservedCode2");
        assertThat(aigc.path("Label").asString()).isEqualTo("1");
        assertThat(aigc.path("ProduceID").asString()).isEqualTo(sealed.id());
    }

    @Test
    void metadata_changedInASealedFile_breaksItsCredentials() throws Exception {
        assertThat(Witness.judge(identity.root(), List.of(sealed.file())))
                .hasSize(2)
                .allSatisfy(verdict ->
                        assertThat(verdict.state()).as(verdict.toString()).isEqualTo("Trusted"));
        byte[] file = Files.readAllBytes(sealed.file());
        for (String told :
                List.of("trainedAlgorithmicMedia</Iptc4xmpExt", "{\"Label\":\"1\"", "dc:identifier", "AISystemUsed")) {
            int at = Tamper.find(file, told);
            Path changed = Files.write(folder.resolve("changed-" + at + ".mp4"), Tamper.flip(file, at));
            try (var channel = Files.newByteChannel(changed)) {
                assertThat(reader.read(channel, Instant.now()).failedWith("assertion.bmffHash.mismatch"))
                        .as(told)
                        .isTrue();
            }
        }
    }

    @Test
    void captions_ofAnOutput_beginWithTheLabelForWhoeverMayFetchItAlone() throws Exception {
        String path = "/api/outputs/" + sealed.id() + "/captions";
        signedIn.as(sealed.producer());

        http.perform(get(path + ".vtt").with(jwt()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/vtt;charset=UTF-8"))
                .andExpect(content().string(containsString("00:00:00.000 --> 00:00:05.000\n[AI GENERATED]\n")));
        http.perform(get(path + ".ttml").with(jwt()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/ttml+xml;charset=UTF-8"))
                .andExpect(content().string(containsString(">[AI GENERATED]</p>")));
        http.perform(get("/api/outputs").with(jwt()))
                .andExpect(jsonPath("$[0].label").value("AI GENERATED"))
                .andExpect(jsonPath("$[0].language").value("en-US"))
                .andExpect(jsonPath("$[0].notices[1]").value("aigc"));
        signedIn.as(sealed.talent());
        http.perform(get(path + ".vtt").with(jwt())).andExpect(status().isNotFound());
        http.perform(get(path + ".ttml")).andExpect(status().isUnauthorized());
    }

    private static String line(Path trail, long index) throws Exception {
        try (var lines = Files.lines(trail.resolve("operator/entries.jsonl"))) {
            return lines.skip(index).findFirst().orElseThrow();
        }
    }

    private Map<?, ?> consent() throws Exception {
        try (var channel = Files.newByteChannel(sealed.file())) {
            return reader.read(channel, Instant.now()).assertions().get(RenderManifest.CONSENT);
        }
    }

    @Test
    void disclosure_onRecord_isToldToWhoeverHadItMadeAndWhomItShowsAlone() throws Exception {
        String path = "/api/outputs/" + sealed.id() + "/disclosure";
        Map<?, ?> consent = consent();

        for (Person person : List.of(sealed.producer(), sealed.talent())) {
            signedIn.as(person);
            String body = http.perform(get(path).with(jwt()))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.label").value("AI GENERATED"))
                    .andExpect(jsonPath("$.language").value("en-US"))
                    .andExpect(jsonPath("$.mark.id").value(sealed.id()))
                    .andExpect(jsonPath("$.mark.key").isNotEmpty())
                    .andExpect(jsonPath("$.decision.sha256").value(consent.get("decisionSha256")))
                    .andExpect(jsonPath("$.decision.authorization").value(consent.get("authorization")))
                    .andExpect(jsonPath("$.releaseId").value(sealed.release().toString()))
                    .andExpect(jsonPath("$.notices[0]").value("synthetic-performer"))
                    .andExpect(jsonPath("$.model.technique").value("retrieval+residual"))
                    .andExpect(jsonPath("$.model.trainedAt").value(TRAINED.toString()))
                    .andExpect(jsonPath("$.training").isNotEmpty())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            JsonNode told = new JsonMapper().readTree(body);
            Path trail = folder.resolve("trail-of-" + person.id().value());
            export.write(trail, true);
            assertThat(line(trail, told.path("auditIndex").asLong()))
                    .contains("OutputSealed", sealed.id(), DigestUtils.sha256Hex(Files.readAllBytes(sealed.file())));
            assertThat(body).doesNotContain("cd".repeat(32));
        }
        signedIn.as(SealingRoom.SignedIn.fresh());
        http.perform(get(path).with(jwt())).andExpect(status().isNotFound());
        http.perform(get(path)).andExpect(status().isUnauthorized());
    }
}
