package studio.selfsame.sealing.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTypesTest {
    private static final Instant NOW = Instant.now();
    private static final String TERMS = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private static final String AI = "trainedAlgorithmicMedia";
    private static final String PARTLY_AI = "compositeWithTrainedAlgorithmicMedia";

    @TempDir
    Path folder;

    private Path plain;
    private SampleCredentials credentials;

    @BeforeEach
    void make() throws Exception {
        plain = SampleMp4.write(folder.resolve("plain.mp4"), false, true);
        credentials = new SampleCredentials(NOW, false);
    }

    @Test
    void generatedIn_actionsThatNameATrainedModel_givesTheTerm() throws Exception {
        assertThat(generatedIn(signed("whole", actions(TERMS + AI), Optional.empty())))
                .containsExactly(AI);
        assertThat(generatedIn(signed("part", actions(TERMS + PARTLY_AI), Optional.empty())))
                .containsExactly(PARTLY_AI);
        assertThat(generatedIn(signed("old", actions(AI), Optional.empty()))).containsExactly(AI);
    }

    @Test
    void generatedIn_cameraEditorOrNothing_givesNothing() throws Exception {
        assertThat(generatedIn(plain)).isEmpty();
        for (String term : List.of("digitalCapture", "humanEdits", "algorithmicallyEnhanced", AI + "Not")) {
            assertThat(generatedIn(signed(term, actions(TERMS + term), Optional.empty())))
                    .as(term)
                    .isEmpty();
        }
    }

    @Test
    void generatedIn_ingredientOfAnIngredient_isSeenThroughWhatACameraOrEditorSays() throws Exception {
        Path generated = signed("generated", actions(TERMS + AI), Optional.empty());
        Path cut = signed("cut", actions(TERMS + "humanEdits"), Optional.of(generated));
        Path again = signed("again", actions(TERMS + "humanEdits"), Optional.of(cut));

        assertThat(generatedIn(again)).containsExactly(AI);
    }

    @Test
    void generatedIn_metadataInAnyNotation_isFound() throws Exception {
        Map<String, Object> metadata = Map.of("Iptc4xmpExt:DigitalSourceType", Map.of("@id", TERMS + AI));
        assertThat(generatedIn(signed("metadata", metadata, Optional.empty()))).containsExactly(AI);
    }

    @Test
    void generatedIn_brokenManifest_saysWhatCanStillBeReadAndNeverFails() throws Exception {
        byte[] file = Files.readAllBytes(signed("whole", actions(TERMS + AI), Optional.empty()));
        int term = Tamper.find(file, AI);
        byte[] claim = file.clone();
        claim[Tamper.find(file, "claim_generator_info")] ^= 1;
        assertThat(generatedIn(Files.write(folder.resolve("claim.mp4"), claim))).containsExactly(AI);
        for (int cut = term - 400; cut < term + 200; cut += 7) {
            byte[] noise = Tamper.flip(file, cut);
            assertThat(generatedIn(Files.write(folder.resolve("noise.mp4"), noise)))
                    .isSubsetOf(AI);
        }
    }

    private static Set<String> generatedIn(Path file) throws Exception {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return SourceTypes.generatedIn(channel);
        }
    }

    private static Map<String, Object> actions(String sourceType) {
        return Map.of("actions", List.of(Map.of("action", "c2pa.created", "digitalSourceType", sourceType)));
    }

    private Path signed(String name, Map<String, Object> said, Optional<Path> madeFrom) throws Exception {
        var draft = new ManifestDraft(name, "Another", "1", new SecureRandom());
        if (madeFrom.isPresent()) {
            try (SeekableByteChannel channel = Files.newByteChannel(madeFrom.get())) {
                var reader = new CredentialsReader(Trust.of(credentials.anchors()));
                draft.addIngredient("source", "parentOf", IncomingManifest.read(channel, reader, NOW));
            }
        }
        draft.add(said.containsKey("actions") ? "c2pa.actions.v2" : "c2pa.metadata", said);
        Path file = folder.resolve(name + ".mp4");
        SampleCredentials.sign(plain, file, draft, credentials.signer());
        return file;
    }
}
