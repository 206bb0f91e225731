package studio.selfsame.likeness;

import org.jspecify.annotations.Nullable;
import studio.selfsame.likeness.picture.StabilisedFace;

/** Whether a mouth can be drawn into a plate. */
final class PlateGate {
    private static final double MOST_YAW_DEG = 32;
    private static final double MOST_PITCH_DEG = 28;
    /** Eye distance; below it a mouth has too few pixels to be drawn. */
    private static final double LEAST_EYES_PX = 20;

    private final Plates plates;

    PlateGate(Plates plates) {
        this.plates = plates;
    }

    FrameOutcome outcome(@Nullable StabilisedFace face) {
        if (face == null) {
            return FrameOutcome.NO_FACE;
        }
        if (Math.abs(face.pose().yawDeg()) > MOST_YAW_DEG
                || Math.abs(face.pose().pitchDeg()) > MOST_PITCH_DEG) {
            return FrameOutcome.TURNED_AWAY;
        }
        if (face.toFace().inverse().scale() < LEAST_EYES_PX) {
            return FrameOutcome.TOO_SMALL;
        }
        if (isCutOff(face)) {
            return FrameOutcome.CUT_OFF;
        }
        if (face.covered()) {
            return FrameOutcome.COVERED;
        }
        return face.blurred() ? FrameOutcome.BLURRED : FrameOutcome.DRAWN;
    }

    /** The middle of the lips lies outside of the picture: there is nothing to draw. */
    private boolean isCutOff(StabilisedFace face) {
        double x = face.toFace().inverse().x(face.lips().centreX(), face.lips().centreY());
        double y = face.toFace().inverse().y(face.lips().centreX(), face.lips().centreY());
        return x < 0 || y < 0 || x >= plates.widthPx() || y >= plates.heightPx();
    }
}
