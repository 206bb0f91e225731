package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import studio.selfsame.likeness.net.Activation;
import studio.selfsame.likeness.net.OptimiserKind;
import studio.selfsame.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

class TrainingSettingsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void settings_nothingAsked_areTheCpuProfile() {
        assertThat(RequestedSettings.orDefaults(null)).isEqualTo(asked("{}")).isEqualTo(Profile.CPU.settings());
        assertThat(asked("{}").renderer()).isEqualTo(Renderer.RESIDUAL);
    }

    @Test
    void settings_gpuProfile_keepsWhatIsAskedBeside() {
        TrainingSettings settings = asked("{\"profile\": \"gpu\", \"steps\": 7}");
        assertThat(settings.steps()).isEqualTo(7);
        assertThat(settings.resolution()).isEqualTo(256);
        assertThat(settings.channels()).containsExactly(48, 96, 192, 384, 384);
        assertThat(settings.loss().adversarialFrom()).isEqualTo(1000);
    }

    @Test
    void settings_severalOutOfRange_tellsAllAtOnceWithWhatIsAllowed() {
        assertThatThrownBy(() -> asked("""
                                {"renderer": "universal", "learningRate": 1, "batch": 0, "channels": [16],
                                 "optimiser": "lbfgs", "mouthWeight": -1}"""))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().cause())
                                .startsWith("6 settings")
                                .contains(
                                        "`renderer` is `universal`; allowed is retrieval, retrieval+residual, adversarial, autoencoder",
                                        "`learningRate` is `1`; allowed is 0.00001 to 0.1",
                                        "`batch` is `0`; allowed is 1 to 64",
                                        "`channels` is `[16]`",
                                        "`optimiser` is `lbfgs`; allowed is adam, sgd",
                                        "`mouthWeight` is `-1`"));
    }

    @Test
    void settings_resolutionNotDividedByTheLevels_saysWhichItMustBe() {
        assertThatThrownBy(() -> asked("{\"resolution\": 72, \"channels\": [8, 8, 8, 8, 8]}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().cause())
                                .isEqualTo(
                                        "The setting `resolution` is `72`; allowed is a multiple of 16, for 5 levels of channels."));
    }

    @Test
    void settings_temporalWithAnOddBatch_isRefused() {
        assertThatThrownBy(() -> asked("{\"temporalWeight\": 1, \"batch\": 3}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().cause()).contains("must be even"));
    }

    @Test
    void settings_missingMemberOfChannels_isAFaultAndNoCrash() {
        assertThatThrownBy(() -> asked("{\"channels\": [16, null, 32]}")).isInstanceOf(ProblemException.class);
    }

    @Test
    void settings_written_areReadAgainAndNamedAsTheyAreAskedFor() {
        TrainingSettings settings =
                asked("{\"activation\": \"silu\", \"optimiser\": \"SGD\", \"renderer\": \"adversarial\", \"seed\": 5}");
        String text = JSON.writeValueAsString(settings);
        assertThat(JSON.readValue(text, TrainingSettings.class)).isEqualTo(settings);
        // the words that the migration of older rows writes
        assertThat(text).contains("\"renderer\":\"adversarial\"", "\"activation\":\"silu\"", "\"device\":\"auto\"");
        assertThat(settings.activation()).isEqualTo(Activation.SILU);
        assertThat(settings.optimiser()).isEqualTo(OptimiserKind.SGD);
        assertThat(settings.asMap())
                .containsEntry("channels", "16-32-64-96")
                .containsEntry("seed", "5")
                .hasSize(17);
    }

    private static TrainingSettings asked(String json) {
        return RequestedSettings.orDefaults(JSON.readValue(json, RequestedSettings.class));
    }
}
