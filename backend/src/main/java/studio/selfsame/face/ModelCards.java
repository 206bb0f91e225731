package studio.selfsame.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.ProblemException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The gate before every model: gives its bytes only if its card names a free licence and the very file that is there. */
record ModelCards(List<Card> models) {
    private static final String CARDS = "/model-cards.json";
    private static final Set<String> FREE_LICENCES =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0");

    /** What the gate needs of a card; people read the rest. */
    record Card(
            @Nullable String file,
            @Nullable String sha256,
            @Nullable String licence) {}

    static ModelCards read() {
        try (InputStream in = ModelCards.class.getResourceAsStream(CARDS)) {
            if (in == null) {
                throw FaceProblems.modelRefused("*", "the model cards are missing");
            }
            return JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(in, ModelCards.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ProblemException when the model is missing, altered, or under no free licence */
    byte[] load(String file) {
        Card card = models.stream()
                .filter(c -> file.equals(c.file()))
                .findFirst()
                .orElseThrow(() -> FaceProblems.modelRefused(file, "it has no card"));
        if (card.licence() == null || !FREE_LICENCES.contains(card.licence())) {
            throw FaceProblems.modelRefused(file, "its card names no free licence");
        }
        try (InputStream in = ModelCards.class.getResourceAsStream("/models/" + file)) {
            if (in == null) {
                throw FaceProblems.modelRefused(file, "the file is missing");
            }
            byte[] content = in.readAllBytes();
            if (!DigestUtils.sha256Hex(content).equals(card.sha256())) {
                throw FaceProblems.modelRefused(file, "the file is not the one its card describes");
            }
            return content;
        } catch (IOException e) {
            throw FaceProblems.modelFailed(file, e);
        }
    }
}
