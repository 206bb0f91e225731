package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackSmoothingTest {
    private static final double NOISE_PX = 0.4;
    private static final int[] UPPER_LIDS = {159, 160, 161, 158, 157, 385, 386, 387, 388, 384};
    private static final int[] LOWER_LIP = {14, 87, 317, 178, 402, 88, 318, 95, 324};
    private final Random random = new Random(5);
    private final List<Landmarks> clean = new ArrayList<>();
    private final List<Landmarks> seen = new ArrayList<>();

    /** A head that moves to the right and turns; at 20 it blinks for one frame, the mouth is open but at 40. */
    @BeforeEach
    void film() {
        for (int i = 0; i < 60; i++) {
            Landmarks p = SyntheticHead.at(0.3 * i, 0, 0, 300 + 2 * i, 200, 12);
            p = SyntheticHead.moved(p, 0, i == 20 ? 8 : 0, UPPER_LIDS);
            p = SyntheticHead.moved(p, 0, i == 40 ? 0 : 10, LOWER_LIP);
            clean.add(p);
            seen.add(SyntheticHead.withNoise(p, random, NOISE_PX));
        }
    }

    @Test
    void noise_ofAMovingFace_fallsToLessThanHalf() {
        List<Landmarks> calm = TrackSmoothing.smooth(seen, 25);
        assertThat(error(calm)).isLessThan(0.5 * error(seen));
    }

    @Test
    void movement_withoutNoise_isNotDelayed() {
        List<Landmarks> calm = TrackSmoothing.smooth(clean, 25);
        for (int i = 0; i < clean.size(); i++) {
            assertThat(calm.get(i).x()[4]).isCloseTo(clean.get(i).x()[4], within(0.3f));
        }
    }

    @Test
    void blink_ofOneFrame_keepsItsDepth() {
        List<Landmarks> calm = TrackSmoothing.smooth(seen, 25);
        assertThat(lids(calm.get(20))).isCloseTo(lids(seen.get(20)), within(0.2));
        assertThat(lids(calm.get(18))).isCloseTo(lids(clean.get(18)), within(0.4));
    }

    @Test
    void closedMouth_ofOneFrame_staysClosed() {
        List<Landmarks> calm = TrackSmoothing.smooth(seen, 25);
        assertThat(FaceGeometry.mouthOpenness(calm.get(40)))
                .isCloseTo(FaceGeometry.mouthOpenness(seen.get(40)), within(0.003));
        assertThat(FaceGeometry.mouthOpenness(calm.get(38)))
                .isCloseTo(FaceGeometry.mouthOpenness(clean.get(38)), within(0.01));
    }

    @Test
    void frames_aSecondApart_areLeftAlone() {
        assertThat(TrackSmoothing.smooth(seen, 1)).isEqualTo(seen);
        assertThat(TrackSmoothing.smooth(seen.subList(0, 2), 25)).isEqualTo(seen.subList(0, 2));
    }

    private double error(List<Landmarks> of) {
        double sum = 0;
        for (int i = 3; i < 57; i++) {
            for (int k = 0; k < FaceMesh.POINTS; k++) {
                double x = of.get(i).x()[k] - clean.get(i).x()[k];
                double y = of.get(i).y()[k] - clean.get(i).y()[k];
                sum += x * x + y * y;
            }
        }
        return Math.sqrt(sum / 54 / FaceMesh.POINTS);
    }

    private static double lids(Landmarks p) {
        return FaceGeometry.leftEyeAspect(p) * 30;
    }
}
