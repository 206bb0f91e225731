package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadCodeTest {
    private final PayloadCode code = new PayloadCode(TestKeys.key(1), "test");

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1, Long.MIN_VALUE, 0x5a5a_1234_5678_9abcL})
    void decode_cleanSymbols_givesThePayload(long id) {
        PayloadCode.Reading reading = code.decode(received(new Payload(id), 0, 0));
        assertThat(reading.payload()).isEqualTo(new Payload(id));
        assertThat(reading.correlation()).isGreaterThan(0.999);
        assertThat(code.genuine(reading)).isTrue();
    }

    @Test
    void decode_noiseAsStrongAsTheSymbols_givesThePayloadNearlyAlways() {
        int right = 0;
        for (int trial = 0; trial < 100; trial++) {
            PayloadCode.Reading reading = code.decode(received(TestKeys.payload(trial), 0.85, trial));
            right += code.genuine(reading) && reading.payload().equals(TestKeys.payload(trial)) ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(97);
    }

    @Test
    void decode_pureNoise_neverPassesTheTagAndCorrelatesAsDocumented() {
        Random random = new Random(4);
        double sum = 0;
        for (int trial = 0; trial < 300; trial++) {
            float[] soft = new float[PayloadCode.SYMBOLS];
            for (int i = 0; i < soft.length; i++) {
                soft[i] = (float) random.nextGaussian();
            }
            PayloadCode.Reading reading = code.decode(soft);
            assertThat(code.genuine(reading)).isFalse();
            sum += reading.correlation();
        }
        assertThat(sum / 300).isBetween(0.5, 0.65);
    }

    @Test
    void genuine_messageOfAnotherKeyOrLayer_isFalse() {
        PayloadCode.Reading reading = code.decode(received(TestKeys.payload(9), 0, 0));
        assertThat(new PayloadCode(TestKeys.key(2), "test").genuine(reading)).isFalse();
        assertThat(new PayloadCode(TestKeys.key(1), "other").genuine(reading)).isFalse();
    }

    @Test
    void hypotheses_decodedAloneAndAsALongList_areCountedOnceEach() {
        float[] soft = received(TestKeys.payload(9), 1, 9);
        PayloadCode.Reading likeliest = code.decode(soft);
        assertThat(code.hypotheses()).isEqualTo(1);
        assertThat(code.decode(soft, 32)).hasSize(32).first().isEqualTo(likeliest);
        assertThat(code.hypotheses()).isEqualTo(32);
    }

    @Test
    void budget_spent_isNoLongerTakenNorCounted() {
        TagBudget budget = new TagBudget();
        for (int tried = 0; tried < WatermarkDetector.MOST_TAG_TRIES; tried++) {
            assertThat(budget.take()).isTrue();
        }
        assertThat(budget.take()).isFalse();
        assertThat(budget.tries()).isEqualTo(WatermarkDetector.MOST_TAG_TRIES);
        assertThat(Math.scalb((double) WatermarkDetector.MOST_TAG_TRIES, -WatermarkDetector.TAG_BITS))
                .isLessThan(1e-9);
    }

    private float[] received(Payload payload, double noise, int seed) {
        Random random = new Random(seed);
        byte[] symbols = code.encode(payload);
        float[] soft = new float[symbols.length];
        for (int i = 0; i < soft.length; i++) {
            soft[i] = (float) (symbols[i] + noise * random.nextGaussian());
        }
        return soft;
    }
}
