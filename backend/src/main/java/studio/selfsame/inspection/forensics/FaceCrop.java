package studio.selfsame.inspection.forensics;

import org.jspecify.annotations.Nullable;
import studio.selfsame.face.Landmarks;
import studio.selfsame.media.VideoFrame;

/** A face upright in a square, its eyes always at the same places, as luma and colour. */
final class FaceCrop {
    static final int SIZE = 128;
    /** Pixels between the eyes, here. */
    static final double EYES = 40;

    private static final double EYES_Y = 40;
    /** In the picture; with fewer nothing fine can be seen. */
    private static final double LEAST_EYES_PX = 24;

    private final float[] luma = new float[SIZE * SIZE];
    private final VideoFrame frame;
    private final Landmarks points;
    private final double cos;
    private final double sin;
    private final double centreX;
    private final double centreY;

    private FaceCrop(VideoFrame frame, Landmarks points) {
        this.frame = frame;
        this.points = points;
        double dx = (mid(points.x(), 263, 362) - mid(points.x(), 33, 133)) / EYES;
        double dy = (mid(points.y(), 263, 362) - mid(points.y(), 33, 133)) / EYES;
        cos = dx;
        sin = dy;
        centreX = (mid(points.x(), 263, 362) + mid(points.x(), 33, 133)) / 2;
        centreY = (mid(points.y(), 263, 362) + mid(points.y(), 33, 133)) / 2;
        int within = (int) Math.ceil(scale());
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double sum = 0;
                for (int k = 0; k < within * within; k++) {
                    double x = column + (0.5 + k % within) / within;
                    double y = row + (0.5 + k / within) / within;
                    sum += at(frame.y(), frame.widthPx(), frame.heightPx(), frameX(x, y), frameY(x, y));
                }
                luma[row * SIZE + column] = (float) (sum / (within * within));
            }
        }
    }

    /** @return null where the face is too small */
    static @Nullable FaceCrop of(VideoFrame frame, Landmarks points) {
        return interocular(points) < LEAST_EYES_PX ? null : new FaceCrop(frame, points);
    }

    static double interocular(Landmarks p) {
        return Math.hypot(mid(p.x(), 263, 362) - mid(p.x(), 33, 133), mid(p.y(), 263, 362) - mid(p.y(), 33, 133));
    }

    /** Pixels of the picture in one of these. */
    double scale() {
        return Math.hypot(cos, sin);
    }

    float[] luma() {
        return luma;
    }

    /** Where a point of the mesh lies here. */
    double[] place(int point) {
        double x = points.x()[point] - centreX;
        double y = points.y()[point] - centreY;
        double square = cos * cos + sin * sin;
        return new double[] {SIZE / 2.0 + (cos * x + sin * y) / square, EYES_Y + (cos * y - sin * x) / square};
    }

    /** U and V of the picture there. */
    double[] colour(double x, double y) {
        int width = frame.chromaWidthPx();
        int height = frame.chromaHeightPx();
        double across = frameX(x, y) / 2;
        double down = frameY(x, y) / 2;
        return new double[] {at(frame.u(), width, height, across, down), at(frame.v(), width, height, across, down)};
    }

    private double frameX(double x, double y) {
        return centreX + cos * (x - SIZE / 2.0) - sin * (y - EYES_Y);
    }

    private double frameY(double x, double y) {
        return centreY + sin * (x - SIZE / 2.0) + cos * (y - EYES_Y);
    }

    /** Bilinear, pixel centres at .5; beyond the edge the picture goes on. */
    private static double at(byte[] plane, int width, int height, double x, double y) {
        double column = Math.clamp(x - 0.5, 0, width - 1.001);
        double row = Math.clamp(y - 0.5, 0, height - 1.001);
        int left = (int) column;
        int top = (int) row;
        int at = top * width + left;
        int down = height > 1 ? width : 0;
        int right = width > 1 ? 1 : 0;
        double upper = value(plane, at) + (column - left) * (value(plane, at + right) - value(plane, at));
        double lower =
                value(plane, at + down) + (column - left) * (value(plane, at + down + right) - value(plane, at + down));
        return upper + (row - top) * (lower - upper);
    }

    private static int value(byte[] plane, int at) {
        return plane[at] & 0xff;
    }

    private static double mid(float[] values, int i, int k) {
        return (values[i] + values[k]) / 2;
    }
}
