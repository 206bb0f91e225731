package studio.selfsame.likeness.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResidualNetTest {
    private static final NetShape SHAPE = new NetShape(32, 16, List.of(8, 16, 32, 48), Activation.LEAKY_RELU);

    @Test
    void step_repeatedOnOneBatch_lowersTheLoss() {
        ResidualTrainer trainer = new ResidualTrainer(SHAPE, 1);
        Batch batch = batch(4, 1);
        double first = trainer.step(batch, 2e-3);
        double last = first;
        for (int i = 0; i < 25; i++) {
            last = trainer.step(batch, 2e-3);
        }
        assertThat(last).isLessThan(0.8 * first);
    }

    @Test
    void toOnnx_trainedNetwork_givesWhatTheTrainerGives() {
        ResidualTrainer trainer = new ResidualTrainer(SHAPE, 1);
        Batch batch = batch(3, 2);
        for (int i = 0; i < 5; i++) {
            trainer.step(batch, 5e-3);
        }
        float[] expected = trainer.residual(batch);
        try (ResidualSession session = new ResidualSession(trainer.toOnnx(), SHAPE)) {
            float[] actual = session.residual(batch.size(), batch.pictures(), batch.values());
            assertThat(actual).hasSameSizeAs(expected);
            double most = 0;
            double size = 0;
            for (int i = 0; i < actual.length; i++) {
                most = Math.max(most, Math.abs(actual[i] - expected[i]));
                size = Math.max(size, Math.abs(expected[i]));
            }
            assertThat(size).isGreaterThan(1e-4);
            assertThat(most).isLessThan(1e-5);
        }
    }

    @Test
    void residual_untrained_isNothing() {
        assertThat(new ResidualTrainer(SHAPE, 1).residual(batch(1, 3))).containsOnly(0f);
    }

    @Test
    void step_sameSeed_givesTheSameModel() {
        assertThat(trained(7)).isEqualTo(trained(7)).isNotEqualTo(trained(8));
    }

    @Test
    void read_checkpoint_goesOnAsIfNothingHappened() throws IOException {
        Batch batch = batch(2, 4);
        ResidualTrainer whole = new ResidualTrainer(SHAPE, 1);
        whole.step(batch, 2e-3);
        ByteArrayOutputStream checkpoint = new ByteArrayOutputStream();
        whole.write(new DataOutputStream(checkpoint));
        ResidualTrainer resumed = new ResidualTrainer(SHAPE, 99);
        resumed.read(new DataInputStream(new ByteArrayInputStream(checkpoint.toByteArray())));
        whole.step(batch, 2e-3);
        resumed.step(batch, 2e-3);
        assertThat(resumed.toOnnx()).isEqualTo(whole.toOnnx());
    }

    private static byte[] trained(long seed) {
        ResidualTrainer trainer = new ResidualTrainer(SHAPE, seed);
        for (int i = 0; i < 3; i++) {
            trainer.step(batch(2, i), 2e-3);
        }
        return trainer.toOnnx();
    }

    private static Batch batch(int n, long seed) {
        Random random = new Random(seed);
        int area = SHAPE.sizePx() * SHAPE.sizePx();
        float[] weight = new float[n * area];
        Arrays.fill(weight, 1);
        float[] pictures = uniform(random, n * NetShape.INPUTS * area);
        float[] target = new float[n * 3 * area];
        for (int i = 0; i < target.length; i++) {
            int retrieved = (i / (3 * area)) * NetShape.INPUTS * area + 3 * area + i % (3 * area);
            target[i] = 0.5f * pictures[retrieved];
        }
        return new Batch(n, pictures, uniform(random, n * SHAPE.values()), target, weight);
    }

    private static float[] uniform(Random random, int n) {
        float[] out = new float[n];
        for (int i = 0; i < n; i++) {
            out[i] = random.nextFloat();
        }
        return out;
    }
}
