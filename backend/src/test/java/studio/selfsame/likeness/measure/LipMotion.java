package studio.selfsame.likeness.measure;

import java.util.List;

/**
 * How lips move in drawn frames beside how they move in the real ones; both as a tracker sees them.
 *
 * @param lmdPx mean distance of lip points, pixels of a face 256 pixels high
 * @param alignedLmdPx the same with the lips' centres laid on each other: shape alone
 * @param motionRatio spread of the lips around their mean, drawn over real
 * @param jitterRatio mean size of the lips' accelerations, drawn over real
 */
public record LipMotion(double lmdPx, double alignedLmdPx, double motionRatio, double jitterRatio) {
    /**
     * One frame's lips.
     *
     * @param x,y of the lip points in the picture
     * @param faceHeightPx of the real face
     */
    public record Lips(int frame, float[] x, float[] y, double faceHeightPx) {}

    /** @param drawn,real the same frames in the same order */
    public static LipMotion of(List<Lips> drawn, List<Lips> real) {
        double distance = 0;
        double aligned = 0;
        for (int i = 0; i < real.size(); i++) {
            double unit = 256 / real.get(i).faceHeightPx();
            distance += unit * distance(drawn.get(i), real.get(i), 0, 0);
            double dx = mean(drawn.get(i).x()) - mean(real.get(i).x());
            double dy = mean(drawn.get(i).y()) - mean(real.get(i).y());
            aligned += unit * distance(drawn.get(i), real.get(i), dx, dy);
        }
        return new LipMotion(
                distance / real.size(),
                aligned / real.size(),
                spread(drawn) / spread(real),
                acceleration(drawn) / acceleration(real));
    }

    private static double distance(Lips a, Lips b, double dx, double dy) {
        double sum = 0;
        for (int k = 0; k < a.x().length; k++) {
            sum += Math.hypot(a.x()[k] - dx - b.x()[k], a.y()[k] - dy - b.y()[k]);
        }
        return sum / a.x().length;
    }

    /** Of the lips' shape, centred, around its mean. */
    private static double spread(List<Lips> all) {
        int n = all.getFirst().x().length;
        double[] mean = new double[2 * n];
        for (Lips lips : all) {
            double[] shape = centred(lips);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += shape[k] / all.size();
            }
        }
        double sum = 0;
        for (Lips lips : all) {
            double[] shape = centred(lips);
            for (int k = 0; k < mean.length; k++) {
                sum += (shape[k] - mean[k]) * (shape[k] - mean[k]);
            }
        }
        return Math.sqrt(sum / all.size());
    }

    private static double acceleration(List<Lips> all) {
        double sum = 0;
        int count = 0;
        for (int i = 2; i < all.size(); i++) {
            if (all.get(i).frame() != all.get(i - 2).frame() + 2) {
                continue;
            }
            double[] a = centred(all.get(i - 2));
            double[] b = centred(all.get(i - 1));
            double[] c = centred(all.get(i));
            for (int k = 0; k < a.length; k++) {
                sum += Math.abs(a[k] - 2 * b[k] + c[k]);
            }
            count++;
        }
        return sum / Math.max(1, count);
    }

    private static double[] centred(Lips lips) {
        int n = lips.x().length;
        double x = mean(lips.x());
        double y = mean(lips.y());
        double[] out = new double[2 * n];
        for (int k = 0; k < n; k++) {
            out[k] = (lips.x()[k] - x) / lips.faceHeightPx();
            out[n + k] = (lips.y()[k] - y) / lips.faceHeightPx();
        }
        return out;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float v : values) {
            sum += v;
        }
        return sum / values.length;
    }
}
