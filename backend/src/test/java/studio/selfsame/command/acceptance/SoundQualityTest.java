package studio.selfsame.command.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SoundQualityTest {
    @Test
    void noise_besideATone_isMaskedNearItAndHeardFarFromIt() {
        float[] tone = tone(1000, 0.3, null);
        float[] near = tone(1060, 0.01, tone);
        float[] far = tone(6000, 0.01, tone);

        assertThat(SoundQuality.snrDb(tone, near)).isCloseTo(29.54, within(0.05));
        assertThat(SoundQuality.snrDb(tone, far)).isCloseTo(29.54, within(0.05));
        assertThat(SoundQuality.noiseToMaskDb(tone, near)).isNegative();
        assertThat(SoundQuality.noiseToMaskDb(tone, far)).isGreaterThan(SoundQuality.noiseToMaskDb(tone, near) + 10);
    }

    private static float[] tone(double hz, double amplitude, float @Nullable [] beside) {
        float[] samples = new float[Track.RATE_HZ];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hz * i / Track.RATE_HZ))
                    + (beside == null ? 0 : beside[i]);
        }
        return samples;
    }
}
