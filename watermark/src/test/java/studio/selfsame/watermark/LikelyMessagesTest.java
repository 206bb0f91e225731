package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikelyMessagesTest {

    @Test
    void best_ofEveryShortMessage_isTheOrderOfTheirCorrelations() {
        float[] soft = noise(ConvolutionalCode.codedBits(6), 1);
        List<Float> byTrial = IntStream.range(0, 64)
                .mapToObj(word -> correlation(bits(word, 6), soft))
                .sorted(Comparator.reverseOrder())
                .toList();
        List<boolean[]> best = new LikelyMessages(soft, 6).best(100);
        assertThat(best.stream().map(bits -> correlation(bits, soft))).containsExactlyElementsOf(byTrial);
    }

    @Test
    void best_first_isWhatViterbiDecodes() {
        for (int seed = 0; seed < 10; seed++) {
            float[] soft = noise(ConvolutionalCode.codedBits(104), seed);
            assertThat(new LikelyMessages(soft, 104).best(1))
                    .singleElement()
                    .isEqualTo(ConvolutionalCode.decode(soft, 104));
        }
    }

    @Test
    void decode_severalMessages_findsWhatTheLikeliestMisses() {
        PayloadCode code = new PayloadCode(TestKeys.key(3), "sound");
        int first = 0;
        int any = 0;
        for (int seed = 0; seed < 60; seed++) {
            byte[] symbols = code.encode(TestKeys.payload(seed));
            float[] soft = noise(symbols.length, seed);
            for (int i = 0; i < symbols.length; i++) {
                soft[i] += 0.74f * symbols[i];
            }
            List<PayloadCode.Reading> readings = code.decode(soft, 32);
            first += code.genuine(readings.getFirst()) ? 1 : 0;
            any += readings.stream().anyMatch(code::genuine) ? 1 : 0;
        }
        assertThat(any).isGreaterThan(first).isGreaterThan(30);
    }

    private static boolean[] bits(int word, int count) {
        boolean[] bits = new boolean[count];
        for (int i = 0; i < count; i++) {
            bits[i] = (word >> i & 1) == 1;
        }
        return bits;
    }

    private static float correlation(boolean[] bits, float[] soft) {
        byte[] symbols = ConvolutionalCode.encode(bits);
        double sum = 0;
        for (int i = 0; i < symbols.length; i++) {
            sum += symbols[i] * soft[i];
        }
        return (float) sum;
    }

    private static float[] noise(int length, int seed) {
        Random random = new Random(seed);
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
