package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.selfsame.likeness.net.Batch;

/** A mouth is mixed from several of the person's own. */
class MixingTest {
    private static final int TARGET = 40;
    private static final int APART = 20;

    private static Dataset data;
    private static ResidualExamples examples;

    @BeforeAll
    static void film() throws IOException {
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.channels = List.of(4, 8);
        draft.resolution = 32;
        data = SyntheticFootage.dataset(80, draft.settle());
        examples = new ResidualExamples(data.model());
    }

    @Test
    void withOthers_ofAFrame_beginsWithTheChosenAndGoesOnWithOthersFarEnoughAway() {
        SourceFrame target = data.model().sources().get(TARGET);
        Retrieval retrieval = new Retrieval(data.model().sources());
        Retrieval.Wanted wanted = LikenessTrainer.wanted(target);

        int chosen = retrieval.nearest(wanted, 1, target.frameIndex(), APART)[0];
        int[] found =
                retrieval.withOthers(wanted, chosen, target.frameIndex(), APART).positions();

        assertThat(found).hasSize(Retrieval.FOUND).startsWith(chosen).doesNotHaveDuplicates();
        assertThat(Arrays.stream(found).skip(1).boxed())
                .allMatch(i -> Math.abs(data.model().sources().get(i).frameIndex() - target.frameIndex()) > APART);
        double dearest = Arrays.stream(found)
                .mapToDouble(i -> cost(retrieval, wanted, i))
                .max()
                .orElseThrow();
        assertThat(IntStream.range(0, data.model().sources().size())
                        .filter(i -> Arrays.stream(found).noneMatch(f -> f == i))
                        .filter(i ->
                                Math.abs(data.model().sources().get(i).frameIndex() - target.frameIndex()) > APART))
                .isNotEmpty()
                .allMatch(i -> cost(retrieval, wanted, i) >= dearest);
    }

    @Test
    void withOthers_whereFewAreFarEnoughAway_areThoseAlone() {
        SourceFrame target = data.model().sources().get(TARGET);
        Retrieval retrieval = new Retrieval(data.model().sources().subList(TARGET - APART, TARGET + APART + 3));

        int[] near = retrieval.nearest(LikenessTrainer.wanted(target), Retrieval.FOUND, target.frameIndex(), APART);

        assertThat(near).containsExactlyInAnyOrder(2 * APART + 1, 2 * APART + 2);
    }

    @Test
    void withOthers_ofTheOnlyFrame_isThatFrameAlone() {
        SourceFrame only = data.model().sources().getFirst();
        Mixture mixture = new Retrieval(List.of(only)).withOthers(LikenessTrainer.wanted(only), 0, MotionPlan.NONE, 0);
        assertThat(mixture.positions()).containsExactly(0);
        assertThat(mixture.weights()).containsExactly(1);
    }

    @Test
    void mixture_ofMouthsOnBothSides_liesWhereTheWantedOneLies() {
        double[][] differences = {{-10, 0}, {20, 0}, {0, 30}, {0, -30}};

        double[] weights = Mixture.of(new int[] {4, 5, 6, 7}, differences).weights();

        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-9));
        assertThat(20 * weights[1] - 10 * weights[0]).isCloseTo(0, within(1.0));
        assertThat(weights[2]).isCloseTo(weights[3], within(1e-9));
        assertThat(weights[0]).isGreaterThan(weights[1]);
    }

    @Test
    void mixture_ofMouthsOnOneSide_goesBeyondThemOnlyALittle() {
        double[][] near = {{1}, {1.1}, {1.2}};
        double[][] clear = {{10}, {30}, {40}};

        assertThat(Mixture.of(new int[] {0, 1, 2}, near).weights())
                .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(0.02));
        double[] weights = Mixture.of(new int[] {0, 1, 2}, clear).weights();

        assertThat(weights[2]).isNegative();
        assertThat(weights[0]).isBetween(1.0, 1.7);
    }

    @Test
    void example_ofThreeMouths_holdsTheirMixtureAndTheLikest() {
        int[] sources = {3, 17, 60};
        double[] weights = {0.5, 0.7, -0.2};
        Batch all = of(new Mixture(sources, weights));
        int n = all.target().length;
        float[][] alone = Arrays.stream(sources)
                .mapToObj(source -> of(Mixture.alone(source)).retrieved(0))
                .toArray(float[][]::new);

        for (int i = 0; i < n; i++) {
            float mixed = 0.5f * alone[0][i] + 0.7f * alone[1][i] - 0.2f * alone[2][i];
            assertThat(all.retrieved(0)[i]).isCloseTo(mixed, within(0.02f));
        }
        float[] likest = Arrays.copyOfRange(all.pictures(), 2 * n, 3 * n);
        assertThat(likest).isEqualTo(alone[0]).isNotEqualTo(all.retrieved(0));
    }

    @Test
    void drawing_overTheLikest_givesTheMixtureAndWhatTheNetworkAdds() {
        Batch all = of(new Mixture(new int[] {3, 17, 60}, new double[] {0.5, 0.3, 0.2}));
        int n = all.target().length;
        float[] added = new float[n];
        Arrays.fill(added, 0.125f);

        float[] over = new ResidualExamples.Inputs(all.pictures(), all.values(), new float[n / 3]).overLikest(added);

        for (int i = 0; i < n; i++) {
            assertThat(all.pictures()[2 * n + i] + over[i]).isCloseTo(all.retrieved(0)[i] + 0.125f, within(1e-5f));
        }
    }

    private static double cost(Retrieval retrieval, Retrieval.Wanted wanted, int position) {
        return retrieval.cost(wanted, data.model().sources().get(position));
    }

    private static Batch of(Mixture sources) {
        return examples.batch(data, new int[] {TARGET}, List.of(sources));
    }
}
