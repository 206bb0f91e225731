package studio.selfsame.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import studio.selfsame.problem.ProblemException;

class SpeechModelsTest {
    private static final String FILE = VoiceActivity.MODEL;

    @Test
    void load_asBuilt_passes() {
        assertThat(SpeechModels.read().load(FILE)).isNotEmpty();
    }

    @Test
    void load_anotherHash_isRefused() {
        refused("0".repeat(64), "MIT", FILE, "not the one its card describes");
    }

    @Test
    void load_withoutFreeLicence_isRefused() {
        refused("0".repeat(64), null, FILE, "no free licence");
        refused("0".repeat(64), "CC-BY-NC-4.0", FILE, "no free licence");
    }

    @Test
    void load_withoutCardOrFile_isRefused() {
        refused("0".repeat(64), "MIT", "missing.onnx", "the file is missing");
        assertThatThrownBy(() -> new SpeechModels(List.of()).load(FILE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("it has no card");
    }

    private static void refused(String hash, @Nullable String licence, String file, String why) {
        SpeechModels models = new SpeechModels(List.of(new SpeechModels.Card(file, hash, licence)));
        assertThatThrownBy(() -> models.load(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }
}
