package studio.selfsame.command.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SynthesisTest {
    static Stream<IntFunction<float[]>> sounds() {
        return Stream.of(Synthesis::music, Synthesis::whisper);
    }

    @ParameterizedTest
    @MethodSource("sounds")
    void sound_madeAgain_isTheSameAudibleAndNotClipped(IntFunction<float[]> sound) {
        float[] samples = sound.apply(2);

        assertThat(samples).hasSize(2 * Track.RATE_HZ).isEqualTo(sound.apply(2));
        assertThat(Samples.rms(samples)).isBetween(0.01, 0.4);
        int clipped = 0;
        for (float sample : samples) {
            clipped += Math.abs(sample) >= 1 ? 1 : 0;
        }
        assertThat(clipped).isLessThan(samples.length / 1000);
    }
}
