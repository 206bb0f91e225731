package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.selfsame.likeness.net.Batch;

/** A mouth is drawn from several of the person's own. */
class AveragingTest {
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
        int[] found = retrieval.withOthers(wanted, chosen, target.frameIndex(), APART);

        assertThat(found).hasSize(Retrieval.FOUND).startsWith(chosen).doesNotHaveDuplicates();
        assertThat(Arrays.stream(found).skip(1).boxed())
                .allMatch(i -> Math.abs(data.model().sources().get(i).frameIndex() - target.frameIndex()) > APART)
                .allMatch(i -> retrieval.cost(wanted, data.model().sources().get(i)) < 1);
    }

    @Test
    void withOthers_ofTheOnlyFrame_isThatFrameAgain() {
        SourceFrame only = data.model().sources().getFirst();
        assertThat(new Retrieval(List.of(only)).withOthers(LikenessTrainer.wanted(only), 0, MotionPlan.NONE, 0))
                .containsOnly(0);
    }

    @Test
    void example_ofThreeMouths_holdsTheirMeanAndTheLikest() {
        int[] sources = {3, 17, 60};
        Batch all = of(sources);
        int n = all.target().length;
        float[][] alone = Arrays.stream(sources)
                .mapToObj(source -> of(source).retrieved(0))
                .toArray(float[][]::new);

        for (int i = 0; i < n; i++) {
            assertThat(all.retrieved(0)[i]).isCloseTo((alone[0][i] + alone[1][i] + alone[2][i]) / 3, within(1e-5f));
        }
        float[] likest = Arrays.copyOfRange(all.pictures(), 2 * n, 3 * n);
        assertThat(likest).isEqualTo(alone[0]).isNotEqualTo(all.retrieved(0));
    }

    @Test
    void drawing_overTheLikest_givesTheMeanAndWhatTheNetworkAdds() {
        Batch all = of(3, 17, 60);
        int n = all.target().length;
        float[] added = new float[n];
        Arrays.fill(added, 0.125f);

        float[] over = new ResidualExamples.Inputs(all.pictures(), all.values(), new float[n / 3]).overLikest(added);

        for (int i = 0; i < n; i++) {
            assertThat(all.pictures()[2 * n + i] + over[i]).isCloseTo(all.retrieved(0)[i] + 0.125f, within(1e-5f));
        }
    }

    private static Batch of(int... sources) {
        return examples.batch(data, new int[] {TARGET}, new int[][] {sources});
    }
}
