package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeadMotionTest {
    private static final double[] FROM = {10, -5, 3, 300, 200, 10};
    private static final double[] BY = {-14, 8, -2, 320, 190, 11};
    private static final double[] TO = {25, 2, 9, 250, 260, 9};

    @Test
    void motions_oneAfterAnother_areOne() {
        HeadMotion both = SyntheticHead.motion(BY, TO).after(SyntheticHead.motion(FROM, BY));
        assertThat(carried(both, head(FROM), 4)).containsExactly(at(head(TO), 4), within(1e-3));
        assertThat(carried(both, head(FROM), 234)).containsExactly(at(head(TO), 234), within(1e-3));
        assertThat(both.scale()).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void motion_andBack_isNone() {
        HeadMotion motion = SyntheticHead.motion(FROM, TO);
        HeadMotion none = motion.inverse().after(motion);
        assertThat(carried(none, head(FROM), 4)).containsExactly(at(head(FROM), 4), within(1e-3));
    }

    @Test
    void rotation_carriedByAMotion_isThatOfTheHeadThere() {
        HeadPoseFit heads = new HeadPoseFit(ModelCards.read());
        double[][] turned =
                SyntheticHead.motion(FROM, TO).turned(heads.fit(head(FROM)).rotation());
        HeadPose pose = heads.fit(head(TO), HeadPoseFit.nearest(turned)).pose();
        assertThat(pose.yawDeg()).isCloseTo(25, within(0.01));
        assertThat(pose.pitchDeg()).isCloseTo(2, within(0.01));
        assertThat(pose.rollDeg()).isCloseTo(9, within(0.01));
    }

    @Test
    void turning_aboutAnAxis_isRightHandedAndLong() {
        double[] right = HeadPoseFit.turned(HeadMotion.turning(0, 0, Math.PI / 2, 2), new double[] {1, 0, 0});
        assertThat(right).containsExactly(new double[] {0, 2, 0}, within(1e-9));
        assertThat(HeadMotion.turning(0, 0, 0, 1)).isDeepEqualTo(HeadMotion.STILL.turn());
    }

    private static Landmarks head(double[] p) {
        return SyntheticHead.at(p[0], p[1], p[2], p[3], p[4], p[5]);
    }

    private static double[] carried(HeadMotion motion, Landmarks p, int point) {
        return motion.carried(p, point);
    }

    private static double[] at(Landmarks p, int point) {
        return new double[] {p.x()[point], p.y()[point], p.z()[point]};
    }
}
