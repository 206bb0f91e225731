package studio.selfsame.likeness.motion;

/**
 * A mouth in stabilised space, in eye distances: 20 outer then 20 inner lip points in the order of the mesh's rings
 * (right corner, lower lip, left corner, upper lip), all x of a ring before all y.
 */
public record LipShape(float[] outer, float[] inner) {
    public static final int RING = 20;
    public static final int LENGTH = 4 * RING;

    public static LipShape of(float[] vector) {
        return new LipShape(
                java.util.Arrays.copyOfRange(vector, 0, 2 * RING),
                java.util.Arrays.copyOfRange(vector, 2 * RING, LENGTH));
    }

    /** Outer x, outer y, inner x, inner y. */
    public float[] vector() {
        float[] v = new float[LENGTH];
        System.arraycopy(outer, 0, v, 0, 2 * RING);
        System.arraycopy(inner, 0, v, 2 * RING, 2 * RING);
        return v;
    }

    /** Gap between the inner lips, mean of the three middle pairs. */
    public double openness() {
        return (innerY(5) - innerY(15) + innerY(4) - innerY(16) + innerY(6) - innerY(14)) / 3;
    }

    /** Between the outer corners. */
    public double width() {
        return outer[10] - outer[0];
    }

    /** Height of the red of the lower lip; small when it is tucked under the teeth. */
    public double lowerLip() {
        return outer[RING + 5] - innerY(5);
    }

    public double centreX() {
        return (outer[0] + outer[10]) / 2;
    }

    /** Mean height of the corners: it moves less than the lips' middle. */
    public double centreY() {
        return (outer[RING] + outer[RING + 10]) / 2;
    }

    private double innerY(int i) {
        return inner[RING + i];
    }

    @Override
    public String toString() {
        return "LipShape[hidden]";
    }
}
