package studio.selfsame.face;

/**
 * The pixels around one point of a face as they were, and how they would change if the head turned, grew or moved. Its mean
 * does not count: turning changes the light.
 */
final class Patch {
    private static final int REACH = 2;
    private static final double SPACING = 1.5;
    private static final int SAMPLES = (2 * REACH + 1) * (2 * REACH + 1);

    private final double[] point;
    private final double[] luma = new double[SAMPLES];
    private final double[][] change = new double[SAMPLES][6];
    private final double[][] squares = new double[6][6];

    /**
     * @param point x, y in pixels of the closeup and depth on the same scale
     * @param centre about which the head turns and grows
     */
    Patch(Closeup closeup, double[] point, double[] centre) {
        this.point = point;
        double[] mean = new double[6];
        for (int k = 0; k < SAMPLES; k++) {
            double atX = point[0] + across(k);
            double atY = point[1] + down(k);
            luma[k] = closeup.at(atX, atY);
            double gx = (closeup.at(atX + 1, atY) - closeup.at(atX - 1, atY)) / 2;
            double gy = (closeup.at(atX, atY + 1) - closeup.at(atX, atY - 1)) / 2;
            double x = atX - centre[0];
            double y = atY - centre[1];
            double z = point[2] - centre[2];
            change[k] = new double[] {-gy * z, gx * z, gy * x - gx * y, gx * x + gy * y, gx, gy};
            for (int i = 0; i < mean.length; i++) {
                mean[i] += change[k][i] / SAMPLES;
            }
        }
        for (double[] row : change) {
            for (int i = 0; i < mean.length; i++) {
                row[i] -= mean[i];
            }
            for (int i = 0; i < mean.length; i++) {
                for (int k = 0; k < mean.length; k++) {
                    squares[i][k] += row[i] * row[k];
                }
            }
        }
    }

    /** Of turn about x, y, z in radians, growth and shift along x, y: the sums of products of what each changes. */
    double[][] squares() {
        return squares;
    }

    /**
     * @param motion into the other closeup
     * @param along takes the sums of products of the difference and of what each unknown changes
     * @return standard deviation of the difference
     */
    double compare(Closeup other, HeadMotion motion, double[] along) {
        double[][] m = motion.turn();
        double startX = m[0][0] * point[0] + m[0][1] * point[1] + m[0][2] * point[2] + motion.shift()[0];
        double startY = m[1][0] * point[0] + m[1][1] * point[1] + m[1][2] * point[2] + motion.shift()[1];
        double sum = 0;
        double sumOfSquares = 0;
        for (int k = 0; k < SAMPLES; k++) {
            double x = startX + m[0][0] * across(k) + m[0][1] * down(k);
            double y = startY + m[1][0] * across(k) + m[1][1] * down(k);
            double difference = other.at(x, y) - luma[k];
            sum += difference;
            sumOfSquares += difference * difference;
            for (int i = 0; i < along.length; i++) {
                along[i] += difference * change[k][i];
            }
        }
        double mean = sum / SAMPLES;
        return Math.sqrt(Math.max(0, sumOfSquares / SAMPLES - mean * mean));
    }

    private static double across(int sample) {
        return SPACING * (sample % (2 * REACH + 1) - REACH);
    }

    private static double down(int sample) {
        return SPACING * (sample / (2 * REACH + 1) - REACH);
    }
}
