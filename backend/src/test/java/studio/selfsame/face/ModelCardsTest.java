package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.selfsame.problem.ProblemException;

class ModelCardsTest {
    private static final String FILE = "face-detection.tflite";
    private final ModelCards cards = ModelCards.read();

    @Test
    void models_asBuilt_allPassTheGate() {
        assertThat(cards.models()).hasSize(6);
        for (ModelCards.Card card : cards.models()) {
            assertThat(cards.load(card.file())).isNotEmpty();
        }
    }

    @Test
    void model_withAnotherHash_isRefused() {
        ModelCards wrong = new ModelCards(List.of(new ModelCards.Card(FILE, "0".repeat(64), "MIT")));
        assertThatThrownBy(() -> wrong.load(FILE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not the one its card describes");
    }

    @Test
    void model_withoutFreeLicence_isRefused() {
        String hash = cards.models().getFirst().sha256();
        for (String licence : new String[] {null, "", "CC-BY-NC-4.0"}) {
            ModelCards unfree = new ModelCards(List.of(new ModelCards.Card(FILE, hash, licence)));
            assertThatThrownBy(() -> unfree.load(FILE)).hasMessageContaining("no free licence");
        }
    }

    @Test
    void model_withoutCardOrFile_isRefused() {
        assertThatThrownBy(() -> cards.load("other.onnx")).hasMessageContaining("no card");
        ModelCards lost = new ModelCards(List.of(new ModelCards.Card("lost.onnx", "", "MIT")));
        assertThatThrownBy(() -> lost.load("lost.onnx")).hasMessageContaining("missing");
    }
}
