package studio.selfsame.likeness.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.selfsame.media.FrameRate;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.SpeechFeatures;

class MouthMotionTest {
    private static final FrameRate RATE = new FrameRate(25, 1);
    private static final long LEARNT_US = 30_000_000;
    private static final long END_US = 44_000_000;
    private static final SyntheticSpeaker SPEAKER = SyntheticSpeaker.speaking(45, 3);
    private static final List<Double> ERRORS = new ArrayList<>();
    private static MouthMotion motion;

    @BeforeAll
    static void learn() {
        motion = MouthMotion.train(
                        SPEAKER.momentsBefore(LEARNT_US),
                        SPEAKER.lips(),
                        SPEAKER.speech(),
                        7,
                        (step, steps, error) -> ERRORS.add(error))
                .orElseThrow();
    }

    @Test
    void train_syntheticSpeaker_getsBetterOnWhatIsHeldOut() {
        assertThat(ERRORS).hasSizeGreaterThan(4);
        assertThat(ERRORS.getLast()).isLessThan(0.7 * ERRORS.getFirst());
    }

    @Test
    void targets_ownVoice_openAsThisPersonDoes() {
        assertThat(correlation(targets(SPEAKER.speech()), 0)).isGreaterThan(0.9);
        assertThat(correlation(targets(SPEAKER.speech()), 2_000_000)).isLessThan(0.5);
    }

    @Test
    void targets_phonesAlone_openAsThisPersonDoesAndNoRuleSays() {
        List<MouthTarget> known = targets(SPEAKER.speech().withoutSound());
        List<MouthTarget> rules = MouthTrajectory.of(SPEAKER.speech().timeline().phones(), RATE, END_US);
        assertThat(correlation(known, 0)).isGreaterThan(0.85).isGreaterThan(correlation(rules, 0) + 0.1);
    }

    @Test
    void targets_pAndM_touchInEveryOne() {
        for (SpeechFeatures drive : List.of(SPEAKER.speech(), SPEAKER.speech().withoutSound())) {
            List<MouthTarget> targets = targets(drive);
            assertThat(unseen("p", "m")).hasSizeGreaterThan(15).allSatisfy(phone -> {
                List<MouthTarget> during =
                        targets.subList((int) (phone.startUs() / 40_000), (int) Math.ceil(phone.endUs() / 40_000.0));
                assertThat(during).anyMatch(t -> t.closed() && SPEAKER.lips().gap(t.learnt()) < 0.02);
            });
        }
    }

    @Test
    void targets_silence_restsWithoutAnyMovement() {
        List<MouthTarget> targets = targets(SPEAKER.speech());
        for (Phone pause : unseen("pau")) {
            int first = (int) ((pause.startUs() + 420_000) / 40_000);
            int end = (int) ((pause.endUs() - 380_000) / 40_000);
            assertThat(targets.subList(first, end)).isNotEmpty().allSatisfy(t -> {
                assertThat(t.silent()).isTrue();
                assertThat(t.closed()).isTrue();
                assertThat(t.learnt()).isEqualTo(targets.get(first).learnt());
            });
        }
    }

    @Test
    void targets_longerThanTheSpeech_restAtTheEnd() {
        List<MouthTarget> targets = motion.targets(SPEAKER.speech(), new FrameRate(30000, 1001), 50_000_000);
        assertThat(targets).hasSize(1499);
        assertThat(targets.getLast().silent()).isTrue();
    }

    @Test
    void read_whatWasWritten_drivesTheSame() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        motion.write(new DataOutputStream(bytes));
        MouthMotion again =
                MouthMotion.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), SPEAKER.lips());
        List<MouthTarget> before = targets(SPEAKER.speech());
        List<MouthTarget> after = again.targets(SPEAKER.speech(), RATE, END_US);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).learnt()).isEqualTo(before.get(i).learnt());
        }
        assertThat(motion).hasToString("MouthMotion[hidden]");
    }

    @Test
    void train_tooLittleSpeech_learnsNothing() {
        assertThat(MouthMotion.train(
                        SPEAKER.momentsBefore(8_000_000), SPEAKER.lips(), SPEAKER.speech(), 7, (s, n, error) -> {}))
                .isEmpty();
    }

    @Test
    void step_sameSeed_givesTheSameWeights() {
        assertThat(weightsAfterFiveSteps(5)).isEqualTo(weightsAfterFiveSteps(5)).isNotEqualTo(weightsAfterFiveSteps(6));
    }

    private static List<Float> weightsAfterFiveSteps(long seed) {
        float[] opens = SPEAKER.lips().opens();
        MotionExamples examples =
                MotionExamples.of(MotionInputs.of(SPEAKER.speech()), SPEAKER.moments(), SPEAKER.lips(), 0.1f);
        MotionTrainer trainer = new MotionTrainer(MotionLoss.of(opens), seed);
        Random random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            trainer.step(MotionBatch.draw(examples, examples.starts(1000, MotionBatch.LENGTH), random), random, 1e-3);
        }
        List<Float> out = new ArrayList<>();
        for (float[] tensor : trainer.net().tensors()) {
            for (float v : tensor) {
                out.add(v);
            }
        }
        return out;
    }

    private static List<MouthTarget> targets(SpeechFeatures drive) {
        return motion.targets(drive, RATE, END_US);
    }

    private static List<Phone> unseen(String... symbols) {
        return SPEAKER.speech().timeline().phones().stream()
                .filter(p -> p.startUs() > LEARNT_US && p.endUs() < END_US)
                .filter(p -> List.of(symbols).contains(p.symbol()))
                .toList();
    }

    /** Of wanted and true gaps after what was learnt, the truth taken {@code laterUs} after. */
    private static double correlation(List<MouthTarget> targets, long laterUs) {
        double n = 0;
        double[] sums = new double[5];
        for (int i = (int) (LEARNT_US / 40_000); i < targets.size(); i++) {
            double x = SPEAKER.lips().gap(targets.get(i).values(SPEAKER.lips()));
            double y = SPEAKER.gapAt(i * 40_000L + 20_000 + laterUs);
            n++;
            sums[0] += x;
            sums[1] += y;
            sums[2] += x * x;
            sums[3] += y * y;
            sums[4] += x * y;
        }
        return (sums[4] - sums[0] * sums[1] / n)
                / Math.sqrt((sums[2] - sums[0] * sums[0] / n) * (sums[3] - sums[1] * sums[1] / n));
    }
}
