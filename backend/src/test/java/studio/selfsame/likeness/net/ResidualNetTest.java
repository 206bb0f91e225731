package studio.selfsame.likeness.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.selfsame.problem.ProblemException;

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
            assertThat(farthest(expected, new float[expected.length])).isGreaterThan(1e-4);
            assertThat(farthest(actual, expected)).isLessThan(1e-5);
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

    private volatile byte[] garbage = {};

    /** Numbers that the way back multiplies with must not lie in memory that Java frees. */
    @Test
    void step_whileGarbageIsCollected_givesTheSameModel() throws InterruptedException {
        byte[] undisturbed = trained(7);
        AtomicBoolean done = new AtomicBoolean();
        // What a step leaves behind is young: collecting the young alone frees it, hundreds of times as often.
        Thread collector = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                garbage = new byte[1 << 20];
            }
        });
        try {
            for (int i = 0; i < 3; i++) {
                assertThat(trained(7)).isEqualTo(undisturbed);
            }
        } finally {
            done.set(true);
            collector.join();
        }
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

    @ParameterizedTest
    @EnumSource(Activation.class)
    void toOnnx_everyActivationAndNumberOfLevels_givesWhatTheTrainerGives(Activation activation) {
        List<Integer> channels = List.of(4, 8, 12, 8, 4, 4).subList(0, 2 + activation.ordinal());
        NetShape shape = new NetShape(32, 16, channels, activation);
        ResidualTrainer trainer = new ResidualTrainer(shape, 1);
        Batch batch = batch(2, 5);
        trainer.step(batch, 5e-3);
        trainer.step(batch, 5e-3);
        float[] expected = trainer.residual(batch);
        try (ResidualSession session = new ResidualSession(trainer.toOnnx(), shape)) {
            float[] actual = session.residual(batch.size(), batch.pictures(), batch.values());
            assertThat(farthest(actual, expected)).isLessThan(1e-4);
        }
        assertThat(farthest(expected, new float[expected.length])).isGreaterThan(1e-3);
    }

    @Test
    void step_pairsOfFrames_temporalLossCostsWhatQuivers() {
        LossWeights steady = new LossWeights(1, 0, 4, 0, 0, 0);
        Batch batch = batch(2, 6);
        double plain = new ResidualTrainer(SHAPE, 1).step(batch, 1e-3);
        double told = new ResidualTrainer(SHAPE, 1, steady, OptimiserKind.ADAM, Processor.CPU).step(batch, 1e-3);
        double quiver = 0;
        int n = batch.target().length / 2;
        for (int i = 0; i < n; i++) {
            double e = error(batch, n + i) - error(batch, i);
            quiver += Math.sqrt(e * e + Losses.SMOOTH * Losses.SMOOTH) / n;
        }
        assertThat(told).isCloseTo(plain + 4 * quiver, within(1e-4));
    }

    @Test
    void step_gradientLoss_isNothingForAnErrorThatIsTheSameEverywhere() {
        LossWeights edges = new LossWeights(1, 0, 0, 1, 0, 0);
        Batch batch = batch(1, 7);
        for (int i = 0; i < batch.target().length; i++) {
            batch.target()[i] = batch.pictures()[3 * SHAPE.sizePx() * SHAPE.sizePx() + i] + 0.25f;
        }
        assertThat(new ResidualTrainer(SHAPE, 1, edges, OptimiserKind.ADAM, Processor.CPU).step(batch, 1e-3))
                .isCloseTo(Math.hypot(0.25, Losses.SMOOTH) + Losses.SMOOTH, within(1e-4));
    }

    @Test
    void step_judged_drawsOtherwiseThanPixelsAlone() {
        LossWeights sharp = new LossWeights(1, 0, 0, 0, 0.1, 0);
        ResidualTrainer judged = new ResidualTrainer(SHAPE, 1, sharp, OptimiserKind.ADAM, Processor.CPU);
        ResidualTrainer waiting = new ResidualTrainer(SHAPE, 1, sharp, OptimiserKind.ADAM, Processor.CPU);
        ResidualTrainer alone = new ResidualTrainer(SHAPE, 1);
        for (int i = 0; i < 4; i++) {
            double loss = judged.step(batch(2, i), 2e-3, true);
            assertThat(loss).isFinite();
            waiting.step(batch(2, i), 2e-3, false);
            alone.step(batch(2, i), 2e-3);
        }
        assertThat(waiting.toOnnx()).isEqualTo(alone.toOnnx());
        assertThat(judged.toOnnx()).hasSameSizeAs(alone.toOnnx()).isNotEqualTo(alone.toOnnx());
    }

    @Test
    void step_sgd_lowersTheLoss() {
        ResidualTrainer trainer =
                new ResidualTrainer(SHAPE, 1, new LossWeights(1, 0, 0, 0, 0, 0), OptimiserKind.SGD, Processor.CPU);
        Batch batch = batch(4, 1);
        double first = trainer.step(batch, 2e-2);
        double last = first;
        for (int i = 0; i < 25; i++) {
            last = trainer.step(batch, 5e-2);
        }
        assertThat(last).isLessThan(0.95 * first);
    }

    @Test
    void cost_counted_isThatOfTheArithmetic() {
        NetCost cost = ResidualTrainer.cost(new NetShape(32, 16, List.of(4, 8), Activation.RELU));
        long film = 2L * 64 * (4 + 4 + 8 + 8 + 4) + 2 * (4 + 4 + 8 + 8 + 4);
        long code = 16 * 64 + 64;
        long convolutions = 9 * (10 * 4 + 4 * 4 + 4 * 8 + 8 * 8 + 12 * 4 + 4 * 3) + 4 + 4 + 8 + 8 + 4 + 3;
        assertThat(cost.parameters()).isEqualTo(film + code + convolutions);
        assertThat(cost.products())
                .isEqualTo(16 * 64
                        + 2L * 64 * (4 + 4 + 8 + 8 + 4)
                        + 9L * 32 * 32 * (10 * 4 + 4 * 4 + 12 * 4 + 4 * 3)
                        + 9L * 16 * 16 * (4 * 8 + 8 * 8));
    }

    @Test
    void trainer_gpuWantedOfAnEngineForTheCpu_isRefusedWithARemedy() {
        assertThatThrownBy(() -> new ResidualTrainer(
                        SHAPE, 1, new LossWeights(1, 0, 0, 0, 0, 0), OptimiserKind.ADAM, Processor.GPU))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().remedy()).contains("`cpu`"));
    }

    private static double farthest(float[] a, float[] b) {
        assertThat(a).hasSameSizeAs(b);
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    /** Retrieved minus true: what an untrained network draws is what was retrieved. */
    private static double error(Batch batch, int i) {
        int area = SHAPE.sizePx() * SHAPE.sizePx();
        int at = (i / (3 * area)) * NetShape.INPUTS * area + 3 * area + i % (3 * area);
        return batch.pictures()[at] - batch.target()[i];
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
