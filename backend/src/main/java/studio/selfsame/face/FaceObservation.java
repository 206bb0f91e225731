package studio.selfsame.face;

/**
 * One face in one frame.
 *
 * @param frameIndex from 0 in the clip
 * @param box face bounds in pixels
 * @param landmarks smoothed over the track without delay, unless the tracker was asked not to
 * @param pose the head's rotation
 * @param position where the head is and how large: with {@code pose}, its six degrees of freedom
 * @param confidence 0..1: the net's presence score, times how far the mesh can be a head, agrees with the frames before and
 *     after, is not turned away, and shows what this face usually shows there. Below 0.5 it does not lie on a whole face that
 *     can be seen; at most {@link #FILLED} where the frame was missed and filled from its neighbours
 * @param eyeOpenness eye aspect ratio, mean of both eyes; about 0.3 open, 0.1 closed
 * @param mouthOpenness inner-lip gap over interocular distance; 0 closed
 * @param browRaise how far the brows stand above where this person usually has them, over interocular distance; about 0 at
 *     rest, 0.1 raised, negative in a frown
 * @param sharpness variance of the Laplacian of the aligned face luma, higher is sharper
 * @param brightness mean luma of the face, 16..235
 * @param pixels what the picture shows where the mesh lies, whatever the mesh says
 */
public record FaceObservation(
        int frameIndex,
        long presentationTimeUs,
        Box box,
        Landmarks landmarks,
        HeadPose pose,
        HeadPosition position,
        double confidence,
        double eyeOpenness,
        Eyes eyes,
        double mouthOpenness,
        double browRaise,
        double sharpness,
        double brightness,
        Pixels pixels) {
    /** The most confidence of a frame in which the face was missed and that was filled from those around it. */
    public static final double FILLED = 0.2;

    /** Whether nothing was seen in this frame and all of it lies between what was seen before and after. */
    public boolean filled() {
        return confidence == FILLED;
    }

    /** Pixels; x,y is the upper left corner. */
    public record Box(float x, float y, float widthPx, float heightPx) {}

    /**
     * Both eyes; left and right as in the picture.
     *
     * @param leftOpenness eye aspect ratio
     * @param leftBlink 0 open .. 1 closed, between this person's own open and closed
     * @param gazeYawDeg relative to the head, degrees, &gt; 0 to the right of the picture; over a blink, from before to after it
     * @param gazePitchDeg &gt; 0 up
     */
    public record Eyes(
            double leftOpenness,
            double rightOpenness,
            double leftBlink,
            double rightBlink,
            double gazeYawDeg,
            double gazePitchDeg) {
        /** 0 open .. 1 closed, mean of both. */
        public double blink() {
            return (leftBlink + rightBlink) / 2;
        }
    }

    /**
     * @param leftLipRed by how much redder the lips are than the skin around them, on the left of the picture: difference of
     *     the V of 4:2:0 pictures over the skin's luma, hundredths; NaN where it was not measured
     * @param rightLipRed the same on the right
     * @param burntOut share of the face whose luma is 230 or more, 0..1
     */
    public record Pixels(double leftLipRed, double rightLipRed, double burntOut) {
        /** Of a face that no pixels are known of. */
        public static final Pixels UNKNOWN = new Pixels(Double.NaN, Double.NaN, 0);
    }

    /** A face of which no more was measured: its middle is that of its box, its eyes look ahead, its brows rest. */
    public FaceObservation(
            int frameIndex,
            long presentationTimeUs,
            Box box,
            Landmarks landmarks,
            HeadPose pose,
            double confidence,
            double eyeOpenness,
            double mouthOpenness,
            double sharpness,
            double brightness) {
        this(
                frameIndex,
                presentationTimeUs,
                box,
                landmarks,
                pose,
                new HeadPosition(
                        box.x() + box.widthPx() / 2, box.y() + box.heightPx() / 2, box.heightPx() / HEAD_HEIGHT_CM),
                confidence,
                eyeOpenness,
                new Eyes(eyeOpenness, eyeOpenness, 0, 0, 0, 0),
                mouthOpenness,
                0,
                sharpness,
                brightness,
                Pixels.UNKNOWN);
    }

    /** Of the canonical face, forehead to chin. */
    private static final double HEAD_HEIGHT_CM = 17.7;
}
