package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadPoseFitTest {
    private final HeadPoseFit heads = new HeadPoseFit(ModelCards.read());

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "25, 0, 0", "-25, 0, 0", "0, 15, 0", "0, -15, 0", "0, 0, 20", "30, -12, 8", "-40, 20, -35"})
    void pose_ofTheTurnedHead_isFoundWithItsSigns(double yawDeg, double pitchDeg, double rollDeg) {
        HeadPose pose =
                heads.fit(SyntheticHead.turned(yawDeg, pitchDeg, rollDeg)).pose();
        assertThat(pose.yawDeg()).isCloseTo(yawDeg, within(0.01));
        assertThat(pose.pitchDeg()).isCloseTo(pitchDeg, within(0.01));
        assertThat(pose.rollDeg()).isCloseTo(rollDeg, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 360, 360, 20", "30, -12, 100, 650, 8", "-40, 20, 700, 20, 35"})
    void position_ofTheHead_isThatOfItsMiddleHoweverItIsTurned(
            double yawDeg, double pitchDeg, double x, double y, double pxPerCm) {
        HeadFit fit = heads.fit(SyntheticHead.at(yawDeg, pitchDeg, 5, x, y, pxPerCm));
        assertThat(fit.position().xPx()).isCloseTo(x, within(0.01));
        assertThat(fit.position().yPx()).isCloseTo(y, within(0.01));
        assertThat(fit.position().pxPerCm()).isCloseTo(pxPerCm, within(0.001));
        assertThat(fit.residualCm()).isLessThan(0.001);
    }

    @Test
    void distance_ofAHeadHalfAsLarge_isTwiceAsFar() {
        double near = new HeadPosition(0, 0, 20).distanceCm(1280, 720);
        assertThat(near).isCloseTo(64, within(0.01));
        assertThat(new HeadPosition(0, 0, 10).distanceCm(720, 1280)).isCloseTo(2 * near, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "25, 0", "0, 12", "-20, -8"})
    void gaze_ofIrisesMoved_isRelativeToTheHead(double yawDeg, double pitchDeg) {
        Landmarks ahead = SyntheticHead.turned(yawDeg, pitchDeg, 0);
        double[] before = Gaze.of(ahead, heads.fit(ahead));
        Landmarks right = SyntheticHead.moved(ahead, 2, 0, 468, 473);
        Landmarks up = SyntheticHead.moved(ahead, 0, -2, 468, 473);
        assertThat(before).containsExactly(new double[2], within(0.1));
        assertThat(Gaze.of(right, heads.fit(right))[0] - before[0]).isBetween(9.0, 15.0);
        assertThat(Gaze.of(up, heads.fit(up))[1] - before[1]).isBetween(9.0, 15.0);
    }

    @Test
    void gaze_ofIrisesOutsideTheEye_isStillAnAngle() {
        Landmarks far = SyntheticHead.moved(SyntheticHead.turned(0, 0, 0), 500, 300, 468, 473);
        assertThat(Gaze.of(far, heads.fit(far))).doesNotContain(Double.NaN);
    }

    @Test
    void brows_raised_areHigherAlsoWhenTheHeadNods() {
        int[] brows = {63, 53, 105, 52, 293, 283, 334, 282};
        Landmarks rest = SyntheticHead.turned(0, 0, 0);
        Landmarks nodding = SyntheticHead.turned(0, -15, 0);
        double calm = FaceFigures.of(rest, heads).browHeight();
        assertThat(FaceFigures.of(nodding, heads).browHeight()).isCloseTo(calm, within(0.005));
        assertThat(FaceFigures.of(SyntheticHead.moved(rest, 0, -6.3, brows), heads)
                        .browHeight())
                .isCloseTo(calm + 0.1, within(0.005));
    }
}
