package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.selfsame.problem.ProblemException;

class LikenessModelTest {
    private static final TrainingSettings QUICK = quick();

    private static final LikenessTrainer.Watch NOBODY = new LikenessTrainer.Watch() {
        @Override
        public void step(int step, double loss, double heldOutPsnrDb, double retrievalPsnrDb) {}

        @Override
        public void checkpoint(byte[] state) {}
    };

    @Test
    void train_sameSeed_givesTheSameModelThatSurvivesItsCodec() throws IOException {
        LikenessTrainer.Result first =
                LikenessTrainer.train(SyntheticFootage.dataset(90, QUICK), QUICK, new byte[0], NOBODY);
        LikenessTrainer.Result second =
                LikenessTrainer.train(SyntheticFootage.dataset(90, QUICK), QUICK, new byte[0], NOBODY);
        assertThat(first.metrics())
                .isEqualTo(second.metrics())
                .containsKeys("heldOutPsnrDb", "retrievalPsnrDb", "meanFacePsnrDb", "wrongDrivePsnrDb");
        byte[] written = written(first.model());
        assertThat(written).isEqualTo(written(second.model()));
        LikenessModel read = LikenessModelCodec.read(new DataInputStream(new ByteArrayInputStream(written)));
        assertThat(written(read)).isEqualTo(written);
        assertThat(read.sources()).hasSize(90);
    }

    @Test
    void build_tooFewFrames_isRefusedWithARemedy() {
        assertThatThrownBy(() -> SyntheticFootage.dataset(20, QUICK))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().cause()).contains("20", "50"));
    }

    @Test
    void choose_plateShorterThanPerformance_playsBackAndForth() throws IOException {
        PlateStretch stretch =
                PlateStretch.choose(SyntheticFootage.dataset(60, QUICK).model().faces(), 200);
        assertThat(stretch.length()).isEqualTo(60);
        for (int i = 1; i < 200; i++) {
            assertThat(Math.abs(stretch.at(i) - stretch.at(i - 1))).isEqualTo(1);
        }
    }

    private static TrainingSettings quick() {
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.steps = 4;
        draft.batch = 2;
        draft.channels = List.of(4, 8, 12);
        draft.resolution = 32;
        return draft.settle();
    }

    private static byte[] written(LikenessModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LikenessModelCodec.write(model, new DataOutputStream(out));
        return out.toByteArray();
    }
}
