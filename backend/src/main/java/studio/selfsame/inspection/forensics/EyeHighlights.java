package studio.selfsame.inspection.forensics;

import studio.selfsame.face.Landmarks;
import studio.selfsame.media.VideoFrame;

/**
 * Whether both eyes mirror the same light: intersection over union of the bright spots in both irises, after Hu, Li and Lyu
 * 2021, "Exposing GAN-Generated Faces Using Inconsistent Corneal Specular Highlights".
 */
final class EyeHighlights {
    private static final double LEAST_RADIUS_PX = 6;
    private static final int GRID = 16;
    /** Of luma, above the iris's median. */
    private static final double BRIGHT = 40;

    private static final int[] LEFT = {468, 469, 470, 471, 472};
    private static final int[] RIGHT = {473, 474, 475, 476, 477};

    private EyeHighlights() {}

    /** 0..1; NaN where an iris is narrower than 12 pixels, unknown, or mirrors nothing. */
    static double overlap(VideoFrame frame, Landmarks points) {
        if (points.size() <= RIGHT[4]
                || radius(points, LEFT) < LEAST_RADIUS_PX
                || radius(points, RIGHT) < LEAST_RADIUS_PX) {
            return Double.NaN;
        }
        boolean[] left = bright(frame, points, LEFT);
        boolean[] right = bright(frame, points, RIGHT);
        int both = 0;
        int either = 0;
        boolean inLeft = false;
        boolean inRight = false;
        for (int i = 0; i < left.length; i++) {
            both += left[i] && right[i] ? 1 : 0;
            either += left[i] || right[i] ? 1 : 0;
            inLeft |= left[i];
            inRight |= right[i];
        }
        return inLeft || inRight ? (double) both / either : Double.NaN;
    }

    private static double radius(Landmarks p, int[] iris) {
        double sum = 0;
        for (int i = 1; i < iris.length; i++) {
            sum += Math.hypot(p.x()[iris[i]] - p.x()[iris[0]], p.y()[iris[i]] - p.y()[iris[0]]) / (iris.length - 1);
        }
        return sum;
    }

    private static boolean[] bright(VideoFrame frame, Landmarks p, int[] iris) {
        double radius = radius(p, iris);
        double[] luma = new double[GRID * GRID];
        for (int i = 0; i < luma.length; i++) {
            double x = p.x()[iris[0]] + ((i % GRID + 0.5) / GRID * 2 - 1) * radius * 0.8;
            double y = p.y()[iris[0]] + ((i / GRID + 0.5) / GRID * 2 - 1) * radius * 0.8;
            int column = (int) Math.clamp(x, 0, frame.widthPx() - 1.0);
            int row = (int) Math.clamp(y, 0, frame.heightPx() - 1.0);
            luma[i] = frame.y()[row * frame.widthPx() + column] & 0xff;
        }
        double least = Figures.median(luma) + BRIGHT;
        boolean[] bright = new boolean[luma.length];
        for (int i = 0; i < luma.length; i++) {
            bright[i] = luma[i] > least;
        }
        return bright;
    }
}
