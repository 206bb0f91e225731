package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadPoseFitTest {
    private final ModelCards cards = ModelCards.read();

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "25, 0, 0", "-25, 0, 0", "0, 15, 0", "0, -15, 0", "0, 0, 20", "30, -12, 8", "-40, 20, -35"})
    void pose_ofTheTurnedHead_isFoundWithItsSigns(double yawDeg, double pitchDeg, double rollDeg) {
        HeadPose pose = new HeadPoseFit(cards).fit(turned(yawDeg, pitchDeg, rollDeg));
        assertThat(pose.yawDeg()).isCloseTo(yawDeg, within(0.01));
        assertThat(pose.pitchDeg()).isCloseTo(pitchDeg, within(0.01));
        assertThat(pose.rollDeg()).isCloseTo(rollDeg, within(0.01));
    }

    // Roll clockwise as seen, then chin up, then towards the right of the picture; picture y points down.
    private Landmarks turned(double yawDeg, double pitchDeg, double rollDeg) {
        FloatBuffer head = ByteBuffer.wrap(cards.load("canonical-face.bin"))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[][] points = new float[3][FaceMesh.POINTS];
        for (int i = 0; i < FaceMesh.POINTS; i++) {
            double[] p = {head.get(3 * i), head.get(3 * i + 1), head.get(3 * i + 2)};
            p = turn(p, 1, 0, rollDeg);
            p = turn(p, 2, 1, pitchDeg);
            p = turn(p, 2, 0, yawDeg);
            points[0][i] = (float) (300 + 10 * p[0]);
            points[1][i] = (float) (200 - 10 * p[1]);
            points[2][i] = (float) (-10 * p[2]);
        }
        return new Landmarks(points[0], points[1], points[2]);
    }

    /** Turns axis {@code from} towards axis {@code to}. */
    private static double[] turn(double[] p, int from, int to, double angleDeg) {
        double cos = Math.cos(Math.toRadians(angleDeg));
        double sin = Math.sin(Math.toRadians(angleDeg));
        double[] turned = p.clone();
        turned[from] = cos * p[from] - sin * p[to];
        turned[to] = sin * p[from] + cos * p[to];
        return turned;
    }
}
