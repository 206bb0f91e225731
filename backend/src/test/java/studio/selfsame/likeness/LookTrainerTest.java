package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.selfsame.likeness.net.Disguise;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.speech.SpeechHearing;

/** A person learnt in two looks is drawn in one of them as they move in the other. */
class LookTrainerTest {
    private static final int STUDIO = 120;
    private static final int UNSEEN = 500;
    private static final int TAKE = 24;

    @TempDir
    static Path folder;

    private static Dataset studio;
    private static LookCrops casual;

    @BeforeAll
    static void film() throws IOException {
        ByteArrayOutputStream patches = new ByteArrayOutputStream();
        studio = TwoLooks.studio(STUDIO, settings(1), patches);
        casual = TwoLooks.casual(studio, 200, 80);
        Files.write(folder.resolve("pixels"), patches.toByteArray());
    }

    @Test
    void train_teethThatOnlyPicturesTell_areDrawnAsInTheTake() throws IOException {
        LikenessTrainer.Result result = train(settings(150), new byte[0], new Last(Integer.MAX_VALUE));
        assertThat(result.technique()).isEqualTo("autoencoder");
        assertThat(result.metrics().get("heldOutPsnrDb"))
                .isGreaterThan(result.metrics().get("retrievalPsnrDb") + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LikenessModelCodec.write(result.model(), new DataOutputStream(out));
        LikenessModel read = LikenessModelCodec.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));

        double looked = error(read, true);
        double withoutTake = error(read, false);
        assertThat(looked).isLessThan(0.75 * withoutTake);
        assertThat(error(result.model(), true)).isEqualTo(looked);
    }

    @Test
    void train_cutInTheMiddle_endsInTheStateOfOneThatRanThrough() throws IOException {
        Last through = new Last(Integer.MAX_VALUE);
        train(settings(6), new byte[0], through);
        Last cut = new Last(3);
        assertThatThrownBy(() -> train(settings(6), new byte[0], cut)).isInstanceOf(CancellationException.class);
        Last resumed = new Last(Integer.MAX_VALUE);
        train(settings(6), cut.state, resumed);
        assertThat(withoutTime(resumed.state)).isEqualTo(withoutTime(through.state));
        assertThat(withoutTime(cut.state)).isNotEqualTo(withoutTime(through.state));
    }

    @Test
    void cut_takeOfTwoSeconds_isRefusedWithARemedy() {
        assertThatThrownBy(() -> TwoLooks.casual(studio, 200, 40))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().cause()).contains("40 frames of the take", "50"));
    }

    @Test
    void disguise_sameRandom_isTheSameAndUnlikeThePicture() {
        float[] picture = Dataset.floats(studio.crops().getFirst());
        float[] once = new Disguise(32).of(picture, new Random(4));
        assertThat(once)
                .isEqualTo(new Disguise(32).of(picture, new Random(4)))
                .isNotEqualTo(new Disguise(32).of(picture, new Random(5)))
                .isNotEqualTo(picture);
    }

    private static LikenessTrainer.Result train(TrainingSettings settings, byte[] checkpoint, Last watch)
            throws IOException {
        return LookTrainer.train(studio, casual, settings, checkpoint, watch);
    }

    /** Checkpoints also hold how long it took. */
    private static byte[] withoutTime(byte[] state) {
        byte[] copy = state.clone();
        Arrays.fill(copy, 8, 16, (byte) 0);
        return copy;
    }

    private static TrainingSettings settings(int steps) {
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.renderer = Renderer.AUTOENCODER;
        draft.steps = steps;
        draft.batch = 4;
        draft.resolution = 32;
        draft.channels = List.of(8, 16);
        draft.learningRate = 5e-3;
        return draft.settle();
    }

    /** Squared, of the mouth of moments never seen, filmed in the casual look, drawn into the studio look. */
    private static double error(LikenessModel model, boolean withTake) throws IOException {
        var faces = model.stabiliser().stabilise(TwoLooks.tracking(UNSEEN, TAKE).tracks());
        Plates plates = Plates.recording(TwoLooks.film(UNSEEN, TAKE, false), faces, TAKE);
        Plates take = Plates.recording(TwoLooks.film(UNSEEN, TAKE, true), faces, TAKE);
        PatchStore patches = new PatchStore(FileChannel.open(folder.resolve("pixels")), model);
        double[] sum = new double[1];
        try (RetrievalFaceAnimator animator = new RetrievalFaceAnimator(
                model, patches, plates, withTake ? Optional.of(take) : Optional.empty(), SpeechHearing.alone())) {
            MotionPlan plan = new TakePlanner(model, plates).plan(faces, TwoLooks.RATE.timeUs(TAKE));
            animator.draw(plan, 0, TAKE, (i, plate, drawn) -> sum[0] += error(plate, drawn));
        }
        return sum[0] / TAKE;
    }

    private static double error(VideoFrame plate, VideoFrame drawn) {
        double sum = 0;
        for (int y = 145; y < 165; y++) {
            for (int x = 105; x < 151; x++) {
                int at = y * plate.widthPx() + x;
                double e = (plate.y()[at] & 0xff) - (drawn.y()[at] & 0xff);
                sum += e * e / (20 * 46);
            }
        }
        return sum;
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
