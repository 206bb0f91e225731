package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackSmoothingTest {
    private static final double NOISE_PX = 0.4;
    private static final int[] UPPER_LIDS = {159, 160, 161, 158, 157, 385, 386, 387, 388, 384};
    private static final int[] LOWER_LIP = {14, 87, 317, 178, 402, 88, 318, 95, 324};
    private final Random random = new Random(5);
    private final List<Landmarks> clean = new ArrayList<>();
    private final List<Sighting> seen = new ArrayList<>();

    /** A head that moves to the right, turns and nods sharply at 30; at 20 it blinks for one frame, the mouth is open but at 40. */
    @BeforeEach
    void film() {
        double[] before = {};
        for (int i = 0; i < 60; i++) {
            double nod = i == 30 ? -6 : i == 31 ? -3 : 0;
            double[] pose = {0.3 * i, nod, 0, 300 + 2 * i, 200 - nod, 12};
            Landmarks p = SyntheticHead.at(pose[0], pose[1], pose[2], pose[3], pose[4], pose[5]);
            p = SyntheticHead.moved(p, 0, i == 20 ? 8 : 0, UPPER_LIDS);
            p = SyntheticHead.moved(p, 0, i == 40 ? 0 : 10, LOWER_LIP);
            clean.add(p);
            @Nullable HeadMotion motion = i == 0 ? null : SyntheticHead.motion(before, pose);
            // a mesh trembles as a whole, too
            Landmarks trembling = SyntheticHead.moved(
                    p,
                    NOISE_PX * random.nextGaussian(),
                    NOISE_PX * random.nextGaussian(),
                    IntStream.range(0, p.size()).toArray());
            seen.add(SyntheticHead.sighting(i, SyntheticHead.withNoise(trembling, random, NOISE_PX), motion));
            before = pose;
        }
    }

    @Test
    void noise_ofAMovingFace_fallsToLessThanHalf() {
        int[] head = IntStream.range(0, FaceMesh.POINTS)
                .filter(i -> Arrays.stream(FaceRegions.lowerFace()).noneMatch(k -> k == i))
                .toArray();
        assertThat(error(smooth(seen), head)).isLessThan(0.5 * error(meshes(seen), head));
    }

    @Test
    void nod_ofOneFrame_isFollowedAndNotSmoothedAway() {
        List<Landmarks> calm = smooth(seen);
        for (int i = 28; i < 34; i++) {
            assertThat(calm.get(i).y()[4])
                    .as("frame " + i)
                    .isCloseTo(clean.get(i).y()[4], within(0.8f));
            assertThat(height(calm.get(i)) - height(clean.get(i)))
                    .as("frame " + i)
                    .isBetween(-0.5, 0.5);
        }
    }

    @Test
    void lowerFace_withTremblingHead_staysWhereItWasSeen() {
        List<Landmarks> calm = smooth(seen);
        assertThat(error(calm, 61, 291, 0, 152)).isGreaterThan(0.8 * error(meshes(seen), 61, 291, 0, 152) - NOISE_PX);
        double apart = 0;
        for (int i = 5; i < 55; i++) {
            apart += Math.abs(middle(calm.get(i)) - middle(meshes(seen).get(i))) / 50;
        }
        assertThat(apart).isLessThan(0.15);
    }

    @Test
    void head_whosePixelsSayNothing_staysWhereItWasSeen() {
        List<Sighting> unknown = seen.stream().map(s -> s.after(null)).toList();
        List<Landmarks> calm = smooth(unknown);
        for (int i = 0; i < 60; i++) {
            assertThat(rigid(calm.get(i))).isCloseTo(rigid(seen.get(i).landmarks()), within(0.05));
        }
    }

    @Test
    void movement_withoutNoise_isNotDelayed() {
        List<Sighting> quiet = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            quiet.add(SyntheticHead.sighting(i, clean.get(i), seen.get(i).motion()));
        }
        List<Landmarks> calm = smooth(quiet);
        for (int i = 0; i < clean.size(); i++) {
            assertThat(calm.get(i).x()[4]).isCloseTo(clean.get(i).x()[4], within(0.3f));
        }
    }

    @Test
    void blink_ofOneFrame_keepsItsDepth() {
        List<Landmarks> calm = smooth(seen);
        assertThat(lids(calm.get(20))).isCloseTo(lids(seen.get(20).landmarks()), within(0.2));
        assertThat(lids(calm.get(18))).isCloseTo(lids(clean.get(18)), within(0.4));
    }

    @Test
    void closedMouth_ofOneFrame_staysClosed() {
        List<Landmarks> calm = smooth(seen);
        assertThat(FaceGeometry.mouthOpenness(calm.get(40)))
                .isCloseTo(FaceGeometry.mouthOpenness(seen.get(40).landmarks()), within(0.003));
        assertThat(FaceGeometry.mouthOpenness(calm.get(38)))
                .isCloseTo(FaceGeometry.mouthOpenness(clean.get(38)), within(0.01));
    }

    @Test
    void frames_aSecondApart_areLeftAlone() {
        assertThat(TrackSmoothing.smooth(new Followed(seen), 1)).isEqualTo(meshes(seen));
        assertThat(smooth(seen.subList(0, 2))).isEqualTo(meshes(seen.subList(0, 2)));
    }

    private static List<Landmarks> smooth(List<Sighting> run) {
        return TrackSmoothing.smooth(new Followed(run), 25);
    }

    private static List<Landmarks> meshes(List<Sighting> run) {
        return run.stream().map(Sighting::landmarks).toList();
    }

    private double error(List<Landmarks> of, int... points) {
        double sum = 0;
        for (int i = 3; i < 57; i++) {
            for (int k : points) {
                double x = of.get(i).x()[k] - clean.get(i).x()[k];
                double y = of.get(i).y()[k] - clean.get(i).y()[k];
                sum += x * x + y * y;
            }
        }
        return Math.sqrt(sum / 54 / points.length);
    }

    private static double middle(Landmarks p) {
        return Arrays.stream(FaceRegions.lowerFace())
                .mapToDouble(i -> p.x()[i])
                .average()
                .orElseThrow();
    }

    private static double rigid(Landmarks p) {
        return Arrays.stream(HeadPoseFit.RIGID)
                .mapToDouble(i -> p.y()[i])
                .average()
                .orElseThrow();
    }

    /** From the forehead to the tip of the nose, which a nod shortens. */
    private static double height(Landmarks p) {
        return p.y()[4] - p.y()[151];
    }

    private static double lids(Landmarks p) {
        return FaceGeometry.leftEyeAspect(p) * 30;
    }
}
