package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.selfsame.face.HeadPose;
import studio.selfsame.likeness.motion.LipShape;
import studio.selfsame.likeness.picture.Similarity;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.FrameRate;

class PlateGateTest {
    private static final PlateGate GATE = new PlateGate(
            new Plates(640, 480, new FrameClock(new FrameRate(25, 1), new long[0]), 1, List.of(), true, null));

    @Test
    void plate_seenSo_isDrawnOrPassesForThisReason() {
        assertThat(GATE.outcome(face(80, 0, false, false))).isEqualTo(FrameOutcome.DRAWN);
        assertThat(GATE.outcome(face(80, 0, true, false))).isEqualTo(FrameOutcome.COVERED);
        assertThat(GATE.outcome(face(80, 0, false, true))).isEqualTo(FrameOutcome.BLURRED);
        assertThat(GATE.outcome(face(80, 0, true, true))).isEqualTo(FrameOutcome.COVERED);
        assertThat(GATE.outcome(face(80, -40, true, true))).isEqualTo(FrameOutcome.TURNED_AWAY);
        assertThat(GATE.outcome(face(10, 0, true, true))).isEqualTo(FrameOutcome.TOO_SMALL);
        assertThat(GATE.outcome(face(600, 0, true, true))).isEqualTo(FrameOutcome.CUT_OFF);
        assertThat(GATE.outcome(null)).isEqualTo(FrameOutcome.NO_FACE);
    }

    /** Between whose eyes the picture has its point (300, 100). */
    private static StabilisedFace face(double eyesPx, double yawDeg, boolean covered, boolean blurred) {
        float[] lips = new float[LipShape.LENGTH];
        for (int i = 0; i < lips.length; i++) {
            lips[i] = i / LipShape.RING % 2;
        }
        return new StabilisedFace(
                0,
                0,
                Similarity.of(eyesPx, 0, 300, 100).inverse(),
                LipShape.of(lips),
                new float[42],
                1,
                new HeadPose(yawDeg, 0, 0),
                0.3,
                100,
                true,
                covered,
                blurred);
    }
}
