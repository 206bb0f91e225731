package studio.selfsame.likeness;

/** What becomes of one output frame. Everything but {@link #DRAWN} shows the plate untouched. */
public enum FrameOutcome {
    DRAWN("drawn", ""),
    NO_FACE("the person is not to be seen", "cut these seconds out, or choose another recording"),
    TURNED_AWAY("the head is turned too far away", "film from nearer the front"),
    COVERED("something covers the mouth", "keep hands, cups and microphones away from the mouth"),
    BLURRED("the face is too blurred", "hold the camera still and let it focus on the face"),
    TOO_SMALL("the face is too small", "come closer to the camera"),
    CUT_OFF("the face is cut off by the edge of the picture", "keep the whole face in the picture");

    private final String why;
    private final String advice;

    FrameOutcome(String why, String advice) {
        this.why = why;
        this.advice = advice;
    }

    /** In the user's words, e.g. {@code the head is turned too far away}. */
    public String why() {
        return why;
    }

    /** What the user can do about it; empty where there is nothing to do. */
    public String advice() {
        return advice;
    }
}
