package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.selfsame.likeness.net.LossWeights;
import studio.selfsame.likeness.net.OptimiserKind;

class LikenessTrainerTest {
    private static final TrainingSettings QUICK = quick(draft -> {});
    private static Dataset data;

    @BeforeAll
    static void film() throws IOException {
        data = SyntheticFootage.dataset(80, QUICK);
    }

    @Test
    void train_cutInTheMiddle_givesTheWeightsOfOneThatRanThrough() throws IOException {
        for (Renderer renderer : List.of(Renderer.RESIDUAL, Renderer.ADVERSARIAL)) {
            TrainingSettings settings = quick(draft -> {
                draft.renderer = renderer;
                draft.loss = new LossWeights(1, 3, 0.5, 0.2, 0.01, 3);
            });
            Recorder through = new Recorder(Integer.MAX_VALUE);
            LikenessTrainer.train(data, settings, new byte[0], through);
            Recorder cut = new Recorder(5);
            assertThatThrownBy(() -> LikenessTrainer.train(data, settings, new byte[0], cut))
                    .isInstanceOf(CancellationException.class);
            Recorder resumed = new Recorder(Integer.MAX_VALUE);
            LikenessTrainer.Result result = LikenessTrainer.train(data, settings, cut.last(), resumed);
            assertThat(result.steps()).isEqualTo(8);
            assertThat(resumed.firstStep).isGreaterThan(1);
            assertThat(withoutTime(resumed.last())).isEqualTo(withoutTime(through.last()));
            assertThat(resumed.samples.lastEntry().getValue())
                    .isEqualTo(through.samples.lastEntry().getValue());
        }
    }

    @Test
    void train_withoutImprovement_stopsAndSaysWhy() throws IOException {
        TrainingSettings settings = quick(draft -> {
            draft.steps = 9;
            draft.patience = 2;
            // so fast that it gets worse
            draft.learningRate = 0.1;
        });
        LikenessTrainer.Result result =
                LikenessTrainer.train(data, settings, new byte[0], new Recorder(Integer.MAX_VALUE));
        assertThat(result.steps()).isLessThan(9);
        assertThat(result.ended()).isEqualTo("no improvement on held-out frames in 2 scores");
        assertThat(result.metrics().get("keptStep")).isEqualTo(result.steps() - 2.0);
    }

    @Test
    void train_stopped_givesTheBestWeightsNotTheLast() throws IOException {
        TrainingSettings settings = quick(draft -> {
            draft.steps = 20;
            draft.optimiser = OptimiserKind.ADAM;
            draft.learningRate = 0.1;
        });
        Recorder recorder = new Recorder(Integer.MAX_VALUE);
        LikenessTrainer.Result result = LikenessTrainer.train(data, settings, new byte[0], recorder);
        assertThat(result.metrics().get("heldOutPsnrDb"))
                .isEqualTo(recorder.scores.values().stream()
                        .mapToDouble(d -> d)
                        .max()
                        .orElseThrow());
    }

    @Test
    void train_sample_showsFourColumnsOfThreeFrames() throws IOException {
        Recorder recorder = new Recorder(Integer.MAX_VALUE);
        LikenessTrainer.train(data, QUICK, new byte[0], recorder);
        assertThat(recorder.samples).isNotEmpty();
        BufferedImage picture = ImageIO.read(
                new ByteArrayInputStream(recorder.samples.lastEntry().getValue()));
        assertThat(picture.getWidth()).isEqualTo(4 * 32);
        assertThat(picture.getHeight()).isEqualTo(3 * 32);
        // the plate's mouth is hidden, the true one is not
        assertThat(picture.getRGB(16, 16)).isNotEqualTo(picture.getRGB(3 * 32 + 16, 16));
    }

    @Test
    void train_onTheWay_tellsItsPace() throws IOException {
        Recorder recorder = new Recorder(Integer.MAX_VALUE);
        LikenessTrainer.train(data, QUICK, new byte[0], recorder);
        assertThat(recorder.paces).containsOnlyKeys(3, 2, 1, 0);
        assertThat(recorder.paces.values()).allMatch(seconds -> seconds > 0);
    }

    @Test
    void train_checkpointOfAnotherVersion_startsAnew() throws IOException {
        Recorder recorder = new Recorder(Integer.MAX_VALUE);
        LikenessTrainer.train(data, QUICK, new byte[] {1, 2, 3, 4, 5, 6}, recorder);
        assertThat(recorder.firstStep).isEqualTo(1);
    }

    @Test
    void train_retrievalAlone_trainsNothing() throws IOException {
        LikenessTrainer.Result result = LikenessTrainer.train(
                data, quick(draft -> draft.renderer = Renderer.RETRIEVAL), new byte[0], new Recorder(0));
        assertThat(result.steps()).isZero();
        assertThat(result.technique()).isEqualTo("retrieval");
        assertThat(result.model().network()).isEmpty();
    }

    private static TrainingSettings quick(Consumer<DraftSettings> change) {
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.steps = 8;
        draft.batch = 2;
        draft.channels = List.of(4, 8);
        draft.resolution = 32;
        change.accept(draft);
        return draft.settle();
    }

    /** Checkpoints also hold how long it took. */
    private static byte[] withoutTime(byte[] state) {
        byte[] copy = state.clone();
        java.util.Arrays.fill(copy, 8, 16, (byte) 0);
        return copy;
    }

    /** Keeps all that it is told, and ends the training after a step. */
    private static final class Recorder implements LikenessTrainer.Watch {
        private final int until;
        private final List<byte[]> states = new ArrayList<>();
        private final TreeMap<Integer, byte[]> samples = new TreeMap<>();
        private final Map<Integer, Double> paces = new TreeMap<>();
        private final Map<Integer, Double> scores = new TreeMap<>();
        private int firstStep;

        Recorder(int until) {
            this.until = until;
        }

        byte[] last() {
            return states.getLast();
        }

        @Override
        public void step(int step, double loss, double heldOutPsnrDb, double retrievalPsnrDb) {
            if (firstStep == 0) {
                firstStep = step;
            }
            if (!Double.isNaN(heldOutPsnrDb)) {
                scores.put(step, heldOutPsnrDb);
            }
            if (step >= until) {
                throw new CancellationException();
            }
        }

        @Override
        public void checkpoint(byte[] state) {
            states.add(state);
        }

        @Override
        public void pace(double secondsPerStep, int stepsLeft) {
            paces.put(stepsLeft, secondsPerStep);
        }

        @Override
        public void sample(int step, byte[] png) {
            samples.put(step, png);
        }
    }
}
