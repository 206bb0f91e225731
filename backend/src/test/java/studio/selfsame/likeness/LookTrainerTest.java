package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.selfsame.likeness.net.LookExamples;
import studio.selfsame.likeness.net.LookSession;

/** Two looks are the same drawn faces in other colours and another light. */
class LookTrainerTest {
    private static final int SIZE = 32;
    private static final float[] EVERYWHERE = everywhere();

    @Test
    void train_twoLooks_drawsTheStudioLookOfAFrameClearlyBetterThanCopyingIt() throws IOException {
        List<byte[]> casual = look(60, 1, false);
        List<byte[]> studio = look(60, 2, true);
        LookTrainer.Result result =
                LookTrainer.train(casual, studio, EVERYWHERE, settings(200), new byte[0], new Last(Integer.MAX_VALUE));
        List<byte[]> unseen = look(12, 3, false);
        List<byte[]> truth = look(12, 3, true);
        try (LookSession session = new LookSession(result.network(), result.shape())) {
            double drawn = 0;
            double copied = 0;
            double shuffled = 0;
            for (int i = 0; i < 12; i++) {
                float[] picture = session.draw(1, LookExamples.floats(unseen.get(i)));
                assertThat(picture).hasSize(3 * SIZE * SIZE);
                drawn += error(picture, truth.get(i));
                shuffled += error(picture, truth.get((i + 5) % 12));
                copied += error(LookExamples.floats(unseen.get(i)), truth.get(i));
            }
            assertThat(drawn).isLessThan(0.15 * copied);
            // it is this face that is drawn, not any face of that look
            assertThat(drawn).isLessThan(0.85 * shuffled);
        }
    }

    @Test
    void train_cutInTheMiddle_givesTheNetworkOfOneThatRanThrough() throws IOException {
        List<byte[]> a = look(20, 1, false);
        List<byte[]> b = look(20, 2, true);
        LookTrainer.Result through =
                LookTrainer.train(a, b, EVERYWHERE, settings(8), new byte[0], new Last(Integer.MAX_VALUE));
        Last cut = new Last(4);
        assertThatThrownBy(() -> LookTrainer.train(a, b, EVERYWHERE, settings(8), new byte[0], cut))
                .isInstanceOf(CancellationException.class);
        LookTrainer.Result resumed =
                LookTrainer.train(a, b, EVERYWHERE, settings(8), cut.state, new Last(Integer.MAX_VALUE));
        assertThat(resumed.network()).isEqualTo(through.network());
    }

    @Test
    void examples_sameStep_areTheSameAndBent() {
        List<byte[]> crops = look(5, 1, false);
        LookExamples examples = new LookExamples(crops, SIZE, EVERYWHERE, 4);
        assertThat(examples.batch(3, 2).pictures())
                .isEqualTo(
                        new LookExamples(crops, SIZE, EVERYWHERE, 4).batch(3, 2).pictures())
                .isNotEqualTo(examples.batch(4, 2).pictures())
                .isNotEqualTo(examples.batch(3, 2).target());
    }

    private static TrainingSettings settings(int steps) {
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.renderer = Renderer.AUTOENCODER;
        draft.steps = steps;
        draft.batch = 4;
        draft.resolution = SIZE;
        draft.channels = List.of(8, 12, 16);
        draft.learningRate = 1e-2;
        return draft.settle();
    }

    /** Faces that open their mouths and look about; the same seed gives the same motion in either look. */
    private static List<byte[]> look(int n, long seed, boolean studio) {
        Random random = new Random(seed);
        return IntStream.range(0, n)
                .mapToObj(i -> face(random.nextDouble(), random.nextDouble() - 0.5, studio))
                .toList();
    }

    private static byte[] face(double open, double turn, boolean studio) {
        double[] skin = studio ? new double[] {0.85, 0.7, 0.6} : new double[] {0.45, 0.4, 0.5};
        double[] dark = studio ? new double[] {0.5, 0.1, 0.15} : new double[] {0.2, 0.05, 0.15};
        byte[] out = new byte[3 * SIZE * SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            double x = (i % SIZE + 0.5) / SIZE - 0.5 - 0.15 * turn;
            double y = (double) (i / SIZE) / SIZE - 0.5;
            boolean mouth = square(x / 0.22) + square((y - 0.2) / (0.03 + 0.15 * open)) < 1;
            boolean eye = square((Math.abs(x) - 0.18) / 0.07) + square((y + 0.15) / 0.05) < 1;
            // the light comes from the left in one look, from above in the other
            double light = studio ? 1 - 0.3 * y : 1 - 0.5 * x;
            for (int c = 0; c < 3; c++) {
                double v = (mouth || eye ? dark[c] : skin[c]) * light;
                out[c * SIZE * SIZE + i] = (byte) Math.clamp(Math.round(255 * v), 0, 255);
            }
        }
        return out;
    }

    private static double error(float[] drawn, byte[] truth) {
        float[] real = LookExamples.floats(truth);
        double sum = 0;
        for (int i = 0; i < drawn.length; i++) {
            sum += square(drawn[i] - real[i]) / drawn.length;
        }
        return sum;
    }

    private static double square(double v) {
        return v * v;
    }

    private static float[] everywhere() {
        float[] weight = new float[SIZE * SIZE];
        Arrays.fill(weight, 1);
        return weight;
    }

    /** Keeps the newest checkpoint and ends the training after a step. */
    private static final class Last implements LikenessTrainer.Watch {
        private final int until;
        private byte[] state = {};

        Last(int until) {
            this.until = until;
        }

        @Override
        public void step(int step, double loss, double heldOutPsnrDb, double retrievalPsnrDb) {
            if (step >= until) {
                throw new CancellationException();
            }
        }

        @Override
        public void checkpoint(byte[] checkpoint) {
            state = checkpoint;
        }

        @Override
        public void sample(int step, byte[] png) {
            assertThat(png).isNotEmpty();
        }
    }
}
