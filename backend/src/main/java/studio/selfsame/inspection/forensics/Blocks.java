package studio.selfsame.inspection.forensics;

import studio.selfsame.face.Landmarks;
import studio.selfsame.media.VideoFrame;

/**
 * How much stronger steps of luma are at the borders of 8×8 blocks than elsewhere, in the lower face against beside the face:
 * after Fan and de Queiroz 2003, "Identification of Bitmap Compression History". A face that was encoded once more often, or off
 * the grid, differs from its surroundings.
 */
final class Blocks {
    private static final int BLOCK = 8;
    private static final int LEAST_PX = 5 * BLOCK;

    private Blocks() {}

    /** Doublings; NaN where there is too little picture beside the face. */
    static double inside(VideoFrame frame, Landmarks points) {
        int left = (int) Math.min(points.x()[234], points.x()[454]);
        int right = (int) Math.max(points.x()[234], points.x()[454]);
        int top = (int) points.y()[1];
        int bottom = (int) points.y()[152];
        double within = steps(frame, left, right, top, bottom);
        int width = right - left;
        double before = steps(frame, left - width, left - width / 8, top, bottom);
        double after = steps(frame, right + width / 8, right + width, top, bottom);
        double beside = Double.isNaN(before) ? after : Double.isNaN(after) ? before : (before + after) / 2;
        return Math.log(within / beside) / Math.log(2);
    }

    private static double steps(VideoFrame frame, int fromX, int toX, int fromY, int toY) {
        int left = Math.max(fromX, 2);
        int right = Math.min(toX, frame.widthPx() - 2);
        int top = Math.max(fromY, 0);
        int bottom = Math.min(toY, frame.heightPx());
        if (right - left < LEAST_PX || bottom - top < LEAST_PX) {
            return Double.NaN;
        }
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                int at = row * frame.widthPx() + column;
                int bend = Math.abs(
                        luma(frame, at - 2) - 3 * luma(frame, at - 1) + 3 * luma(frame, at) - luma(frame, at + 1));
                int border = column % BLOCK == 0 ? 1 : 0;
                sums[border] += bend;
                counts[border]++;
            }
        }
        return (sums[1] / counts[1] + 0.1) / (sums[0] / counts[0] + 0.1);
    }

    private static int luma(VideoFrame frame, int at) {
        return frame.y()[at] & 0xff;
    }
}
