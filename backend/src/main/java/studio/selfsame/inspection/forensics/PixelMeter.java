package studio.selfsame.inspection.forensics;

import org.jspecify.annotations.Nullable;
import studio.selfsame.face.Landmarks;
import studio.selfsame.media.VideoFrame;

/**
 * Measures the pixels of one face from frame to frame. Lower face: what is redrawn when somebody is made to say something
 * else; upper face: cheeks and forehead, which are left as they are.
 */
final class PixelMeter {
    private static final int[] LOWER = {164, 200, 199, 208, 428, 202, 422, 212, 432, 186, 410, 92, 322, 175};
    private static final int[] UPPER = {50, 280, 101, 330, 36, 266, 118, 347, 205, 425, 151, 9, 69, 299};
    private static final int[] CHEEKS = {50, 280, 101, 330, 36, 266, 205, 425};
    /** From inside the lower face across its border. */
    private static final int[][] ACROSS = {
        {186, 205}, {410, 425}, {212, 214}, {432, 434}, {92, 36}, {322, 266}, {202, 211}, {422, 431}
    };

    private static final int REACH = 3;
    /** Against dividing by nothing; a level of luma has this much noise at the least. */
    private static final double FLOOR = 0.05;

    private @Nullable FaceCrop before;
    private @Nullable FaceCrop earlier;

    FacePixels measure(VideoFrame frame, Landmarks points) {
        FaceCrop now = FaceCrop.of(frame, points);
        FacePixels measured = now == null
                ? FacePixels.NONE
                : new FacePixels(
                        EyeHighlights.overlap(frame, points),
                        doublings(edges(now), gradient(now, UPPER)),
                        colour(now),
                        flicker(now),
                        Blocks.inside(frame, points),
                        doublings(fineness(now, LOWER), fineness(now, CHEEKS)));
        earlier = before;
        before = now;
        return measured;
    }

    private static double doublings(double a, double b) {
        return Math.log((a + FLOOR) / (b + FLOOR)) / Math.log(2);
    }

    private static double edges(FaceCrop crop) {
        double sum = 0;
        for (int[] pair : ACROSS) {
            double[] a = crop.place(pair[0]);
            double[] b = crop.place(pair[1]);
            sum += around(crop, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2, PixelMeter::slope);
        }
        return sum / ACROSS.length;
    }

    private static double gradient(FaceCrop crop, int[] points) {
        return mean(crop, points, PixelMeter::slope);
    }

    private static double fineness(FaceCrop crop, int[] points) {
        return mean(crop, points, PixelMeter::laplacian);
    }

    private static double colour(FaceCrop crop) {
        double[] lower = meanColour(crop, LOWER);
        double[] cheeks = meanColour(crop, CHEEKS);
        return Math.hypot(lower[0] - cheeks[0], lower[1] - cheeks[1]);
    }

    private static double[] meanColour(FaceCrop crop, int[] points) {
        double[] mean = new double[2];
        for (int point : points) {
            double[] place = crop.place(point);
            double[] colour = crop.colour(place[0], place[1]);
            mean[0] += colour[0] / points.length;
            mean[1] += colour[1] / points.length;
        }
        return mean;
    }

    /** Second difference over three frames: what moves evenly has none. */
    private double flicker(FaceCrop now) {
        FaceCrop last = before;
        FaceCrop first = earlier;
        if (last == null || first == null) {
            return Double.NaN;
        }
        Local bend = (luma, at) -> Math.abs(luma[at] - 2 * last.luma()[at] + first.luma()[at]);
        return doublings(mean(now, LOWER, bend), mean(now, UPPER, bend));
    }

    private interface Local {
        double at(float[] luma, int at);
    }

    private static double slope(float[] luma, int at) {
        return Math.hypot(luma[at + 1] - luma[at - 1], luma[at + FaceCrop.SIZE] - luma[at - FaceCrop.SIZE]);
    }

    private static double laplacian(float[] luma, int at) {
        return Math.abs(
                4 * luma[at] - luma[at - 1] - luma[at + 1] - luma[at - FaceCrop.SIZE] - luma[at + FaceCrop.SIZE]);
    }

    private static double mean(FaceCrop crop, int[] points, Local of) {
        double sum = 0;
        for (int point : points) {
            double[] place = crop.place(point);
            sum += around(crop, place[0], place[1], of);
        }
        return sum / points.length;
    }

    private static double around(FaceCrop crop, double x, double y, Local of) {
        int column = (int) Math.clamp(x, REACH + 1, FaceCrop.SIZE - REACH - 2);
        int row = (int) Math.clamp(y, REACH + 1, FaceCrop.SIZE - REACH - 2);
        double sum = 0;
        for (int dy = -REACH; dy <= REACH; dy++) {
            for (int dx = -REACH; dx <= REACH; dx++) {
                sum += of.at(crop.luma(), (row + dy) * FaceCrop.SIZE + column + dx);
            }
        }
        return sum / ((2 * REACH + 1) * (2 * REACH + 1));
    }
}
