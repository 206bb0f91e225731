package studio.selfsame.enrolment;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.OwnLook;

/** Why a frame is of no use to learn a face from, and what the person can do about it. A frame may have several. */
enum Flaw {
    MISSING("without your face in the picture", "stay in the picture and look at the camera"),
    ANOTHER_PERSON("showing somebody else", "cut out what does not show yourself"),
    TWO_FACES("with another face beside yours", "film yourself alone, without pictures of faces behind you"),
    CUT_OFF("with your face cut off by the picture's edge", "keep your whole face in the picture"),
    HIDDEN("in which your mouth cannot be seen well", "keep hands, cups and microphones away from your face"),
    SMALL("in which your face is too small", "come closer to the camera"),
    DARK("too dark", "put more light on your face"),
    BRIGHT("too bright", "use less light, or none from the front"),
    TURNED("turned away", "turn your face towards the camera"),
    BLURRED("blurred", "hold the camera still and let it focus on your face");

    /** Mean luma of the face, 16..235. */
    private static final double LEAST_BRIGHTNESS = 45;

    private static final double MOST_BRIGHTNESS = 215;
    /** Of the face's area; a glint on the nose is a hundredth. */
    private static final double MOST_BURNT_OUT = 0.1;
    /** Of the face's box, beyond the edge. */
    private static final double MOST_CUT_OFF = 0.1;
    /** Sharpness is compared with the person's own, for it depends on skin and light. */
    private static final double LEAST_OF_OWN_SHARPNESS = 0.25;

    private final String what;
    private final String advice;

    Flaw(String what, String advice) {
        this.what = what;
        this.advice = advice;
    }

    /** Behind a length of time, e.g. {@code too dark}. */
    String what() {
        return what;
    }

    String advice() {
        return advice;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All that is wrong with one face; what another flaw makes impossible to tell is not asked. */
    static Set<Flaw> of(FaceObservation face, Clip clip, int minFacePx, OwnLook own) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        add(flaws, CUT_OFF, cutOff(face.box(), clip) > MOST_CUT_OFF);
        add(flaws, SMALL, face.box().heightPx() < minFacePx);
        add(flaws, DARK, face.brightness() < LEAST_BRIGHTNESS);
        add(flaws, BRIGHT, face.brightness() > MOST_BRIGHTNESS || face.pixels().burntOut() > MOST_BURNT_OUT);
        if (OwnLook.isTurned(face)) {
            // The mesh cannot lie well on a profile, and its skin is less sharp: neither says anything here.
            flaws.add(TURNED);
            return flaws;
        }
        add(flaws, HIDDEN, own.isCovered(face) || face.filled());
        add(
                flaws,
                BLURRED,
                !flaws.contains(HIDDEN) && !flaws.contains(DARK) && own.sharpnessOf(face) < LEAST_OF_OWN_SHARPNESS);
        return flaws;
    }

    private static void add(Set<Flaw> flaws, Flaw flaw, boolean holds) {
        if (holds) {
            flaws.add(flaw);
        }
    }

    private static double cutOff(FaceObservation.Box box, Clip clip) {
        double width = Math.min(box.x() + box.widthPx(), clip.widthPx()) - Math.max(box.x(), 0);
        double height = Math.min(box.y() + box.heightPx(), clip.heightPx()) - Math.max(box.y(), 0);
        double whole = (double) box.widthPx() * box.heightPx();
        return 1 - Math.max(0, width) * Math.max(0, height) / Math.max(1e-9, whole);
    }
}
