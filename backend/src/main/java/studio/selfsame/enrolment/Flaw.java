package studio.selfsame.enrolment;

import java.util.Optional;
import studio.selfsame.face.FaceObservation;

/** Why a frame is of no use to learn a face from, worst first, and what the person can do about it. */
enum Flaw {
    MISSING("without your face in the picture", "stay in the picture and look at the camera"),
    HIDDEN("in which your mouth cannot be seen well", "keep hands, cups and microphones away from your face"),
    SMALL("in which your face is too small", "come closer to the camera"),
    DARK("too dark", "put more light on your face"),
    BRIGHT("too bright", "use less light, or none from the front"),
    TURNED("turned away", "turn your face towards the camera"),
    BLURRED("blurred", "hold the camera still and let it focus on your face");

    /** Mean luma of the face, 16..235. */
    private static final double LEAST_BRIGHTNESS = 45;

    private static final double MOST_BRIGHTNESS = 215;
    private static final double MOST_YAW_DEG = 45;
    private static final double MOST_PITCH_DEG = 35;
    /** Of the tracker's geometry check: below it the mesh does not lie on a whole face. */
    private static final double LEAST_CONFIDENCE = 0.5;
    /** Sharpness is compared with the clip's own median, for it depends on skin and light. */
    private static final double LEAST_OF_MEDIAN_SHARPNESS = 0.25;

    private final String what;
    private final String advice;

    Flaw(String what, String advice) {
        this.what = what;
        this.advice = advice;
    }

    String what() {
        return what;
    }

    String advice() {
        return advice;
    }

    static Optional<Flaw> of(FaceObservation face, int minFacePx, double medianSharpness) {
        if (face.confidence() < LEAST_CONFIDENCE) {
            return Optional.of(HIDDEN);
        }
        if (face.box().heightPx() < minFacePx) {
            return Optional.of(SMALL);
        }
        if (face.brightness() < LEAST_BRIGHTNESS) {
            return Optional.of(DARK);
        }
        if (face.brightness() > MOST_BRIGHTNESS) {
            return Optional.of(BRIGHT);
        }
        if (Math.abs(face.pose().yawDeg()) > MOST_YAW_DEG
                || Math.abs(face.pose().pitchDeg()) > MOST_PITCH_DEG) {
            return Optional.of(TURNED);
        }
        return face.sharpness() < LEAST_OF_MEDIAN_SHARPNESS * medianSharpness ? Optional.of(BLURRED) : Optional.empty();
    }
}
