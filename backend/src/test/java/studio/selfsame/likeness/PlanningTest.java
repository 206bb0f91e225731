package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import studio.selfsame.face.HeadPose;
import studio.selfsame.likeness.measure.Frames;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;
import studio.selfsame.speech.SpeechHearing;

class PlanningTest {
    private static final FrameRate RATE = new FrameRate(25, 1);
    /** Enough for pieces to go to either side. */
    private static final List<String> SOUNDS = List.of("aa", "iy", "uw", "f", "ow", "eh");

    private static LikenessModel model;

    @BeforeAll
    static void learn() throws IOException {
        model = SyntheticFootage.dataset(120, TrainingSettings.usual()).model();
    }

    @ParameterizedTest
    @FieldSource("SOUNDS")
    void plan_firstSentenceChanged_leavesTheSecondAsItWas(String sound) {
        MotionPlan before = plan(sentence(0, "aa"), sentence(2_000_000, sound), 2_000_000L);
        MotionPlan after = plan(sentence(0, "m", "uw", "aa"), sentence(3_200_000, sound), 3_200_000L);
        assertThat(before.pieces()).containsExactly(0, 50);
        assertThat(after.pieces()).containsExactly(0, 80);
        List<MotionPlan.Frame> kept = before.frames().subList(50, before.length());
        List<MotionPlan.Frame> still = after.frames().subList(80, after.length());
        assertThat(still).usingRecursiveComparison().isEqualTo(kept);
    }

    @Test
    void plan_pieces_beginAndEndAtTheSamePlateAndNeverLeap() {
        Set<Integer> sides = new HashSet<>();
        for (String sound : SOUNDS) {
            // of other lengths, which must not show in where they begin
            MotionPlan plan = plan(sentence(0, sound, "m"), sentence(2_600_000, sound), 2_600_000L);
            List<Integer> plates =
                    plan.frames().stream().map(MotionPlan.Frame::plateFrame).toList();
            assertThat(plan.pieces()).containsExactly(0, 65);
            assertThat(List.of(plates.get(64), plates.get(65), plates.getLast()))
                    .containsOnly(plates.getFirst());
            for (int i = 1; i < plates.size(); i++) {
                assertThat(Math.abs(plates.get(i) - plates.get(i - 1))).isLessThanOrEqualTo(1);
            }
            sides.add(Integer.signum(plates.get(20) - plates.getFirst()));
            sides.add(Integer.signum(plates.get(85) - plates.getFirst()));
        }
        assertThat(sides).as("backwards and forwards").containsExactlyInAnyOrder(-1, 1);
    }

    @Test
    void plan_recordingWithoutAFaceForAWhile_passesThroughThere() throws IOException {
        List<StabilisedFace> seen = model.faces().stream()
                .filter(f -> f.frameIndex() < 20 || f.frameIndex() >= 30)
                .toList();
        Plates plates = Plates.recording(new Frames(frames(60), RATE), seen, 60);
        List<StabilisedFace> take = model.faces().subList(40, 100);
        MotionPlan plan = new TakePlanner(model, plates).plan(shifted(take), 60 * 40_000L);
        assertThat(plan.length()).isEqualTo(60);
        for (int i = 0; i < 60; i++) {
            boolean hidden = i >= 20 && i < 30;
            MotionPlan.Frame frame = plan.frames().get(i);
            assertThat(frame.plateFrame()).isEqualTo(i);
            assertThat(frame.outcome()).isEqualTo(hidden ? FrameOutcome.NO_FACE : FrameOutcome.DRAWN);
            assertThat(frame.mouthFrame() == MotionPlan.NONE).isEqualTo(hidden);
        }
    }

    @Test
    void path_headThatTurns_isFollowedWithoutALeap() {
        List<StabilisedFace> footage = turning(IntStream.range(0, 120).mapToDouble(i -> 12 * Math.sin(i / 12.0)));
        List<StabilisedFace> take = turning(IntStream.range(0, 80).mapToDouble(i -> 5 + 11 * Math.sin(1 + i / 17.0)));
        int[] path = new PlateFollowing(footage).path(take, PlateStretch.runs(footage));
        double[] theirs = take.stream().mapToDouble(f -> f.pose().yawDeg()).toArray();
        double[] ours = IntStream.of(path)
                .mapToDouble(p -> footage.get(p).pose().yawDeg())
                .toArray();
        assertThat(correlation(theirs, ours)).isGreaterThan(0.95);
        for (int i = 1; i < path.length; i++) {
            assertThat(Math.abs(path[i] - path[i - 1])).isLessThanOrEqualTo(2);
        }
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double both = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            squareA += (a[i] - meanA) * (a[i] - meanA);
            squareB += (b[i] - meanB) * (b[i] - meanB);
        }
        return both / Math.sqrt(squareA * squareB);
    }

    private static MotionPlan plan(List<Phone> first, List<Phone> second, long breakUs) {
        List<Phone> phones = new ArrayList<>(first);
        phones.addAll(second);
        long end = phones.getLast().endUs();
        AudioSamples sound = new AudioSamples(16_000, 1, new float[(int) (end * 16 / 1000)]);
        Plates plates = Plates.enrolled(model, new Frames(frames(120), RATE));
        return new SpeechPlanner(model, plates, SpeechHearing.alone())
                .plan(new Drive.Speech(new PhonemeTimeline(phones, List.of()), sound, false, List.of(breakUs)));
    }

    /** Half a second of rest, each sound for .4 s, and rest to the end of the second that follows. */
    private static List<Phone> sentence(long startUs, String... sounds) {
        List<Phone> phones = new ArrayList<>();
        phones.add(new Phone("pau", startUs, startUs + 600_000));
        long at = startUs + 600_000;
        for (String sound : sounds) {
            phones.add(new Phone(sound, at, at + 400_000));
            at += 400_000;
        }
        phones.add(new Phone("pau", at, startUs + 2_000_000 + 600_000L * (sounds.length - 1)));
        return phones;
    }

    private static List<VideoFrame> frames(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new VideoFrame(256, 256, RATE.timeUs(i), new byte[65536], new byte[16384], new byte[16384]))
                .toList();
    }

    /** From time 0. */
    private static List<StabilisedFace> shifted(List<StabilisedFace> faces) {
        int first = faces.getFirst().frameIndex();
        return faces.stream()
                .map(f -> with(f, f.frameIndex() - first, f.pose()))
                .toList();
    }

    private static List<StabilisedFace> turning(java.util.stream.DoubleStream yawDeg) {
        double[] yaw = yawDeg.toArray();
        return IntStream.range(0, yaw.length)
                .mapToObj(i -> with(model.faces().getFirst(), i, new HeadPose(yaw[i], 0, 0)))
                .toList();
    }

    private static StabilisedFace with(StabilisedFace f, int frame, HeadPose pose) {
        return new StabilisedFace(
                frame,
                RATE.timeUs(frame),
                f.toFace(),
                f.lips(),
                f.jaw(),
                f.chinDrop(),
                pose,
                f.eyeOpenness(),
                f.sharpness(),
                true,
                false,
                false);
    }
}
