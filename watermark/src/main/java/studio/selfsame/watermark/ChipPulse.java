package studio.selfsame.watermark;

/** The shape of a chip: the cubic of R. Keys, "Cubic convolution interpolation", IEEE Trans. ASSP 29, 1981, a = −½. */
final class ChipPulse {
    static final int TAPS = 4;

    /** Mean square of a field of independent unit chips: (∫pulse²)², one factor per axis. */
    static final double POWER = Math.pow(squareIntegral(), 2);

    private ChipPulse() {}

    /** Height of the pulse at a distance from its centre, in chips. */
    static double at(double distance) {
        double x = Math.abs(distance);
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }

    private static double squareIntegral() {
        int steps = 4_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double height = at(4.0 * (i + 0.5) / steps - 2);
            sum += height * height;
        }
        return sum * 4 / steps;
    }
}
