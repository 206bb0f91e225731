package studio.selfsame.speech;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** This room's gate before its models: bytes only of the very file that its card describes, under a free licence. */
record SpeechModels(List<Card> models) {
    private static final String CARDS = "/model-cards.json";
    private static final Set<String> FREE_LICENCES = Set.of("Apache-2.0", "MIT", "BSD-3-Clause", "CC0-1.0");

    /** What the gate needs of a card. */
    record Card(
            @Nullable String file,
            @Nullable String sha256,
            @Nullable String licence) {}

    static SpeechModels read() {
        try (InputStream in = SpeechModels.class.getResourceAsStream(CARDS)) {
            if (in == null) {
                throw refused("*", "the model cards are missing", null);
            }
            return JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(in, SpeechModels.class);
        } catch (IOException e) {
            throw refused("*", "the model cards cannot be read", e);
        }
    }

    /** @throws ProblemException when the model is missing, altered, or under no free licence */
    byte[] load(String file) {
        Card card = models.stream()
                .filter(c -> file.equals(c.file()))
                .findFirst()
                .orElseThrow(() -> refused(file, "it has no card", null));
        if (card.licence() == null || !FREE_LICENCES.contains(card.licence())) {
            throw refused(file, "its card names no free licence", null);
        }
        try (InputStream in = SpeechModels.class.getResourceAsStream("/models/" + file)) {
            if (in == null) {
                throw refused(file, "the file is missing", null);
            }
            byte[] content = in.readAllBytes();
            if (!DigestUtils.sha256Hex(content).equals(card.sha256())) {
                throw refused(file, "the file is not the one its card describes", null);
            }
            return content;
        } catch (IOException e) {
            throw refused(file, "the file cannot be read", e);
        }
    }

    private static ProblemException refused(String file, String why, @Nullable Throwable reason) {
        return new ProblemException(
                ProblemException.Kind.UNAVAILABLE,
                new Problem(
                        "speech",
                        "The model `" + file + "` is refused: " + why + ".",
                        "No speech was listened to.",
                        "Ask the operator to build or install this version again."),
                reason);
    }
}
