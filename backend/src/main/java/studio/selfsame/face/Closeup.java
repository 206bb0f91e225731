package studio.selfsame.face;

import studio.selfsame.media.VideoFrame;

/**
 * The luma of a face upright in a square, whatever its size in the picture.
 *
 * @param luma {@code SIZE×SIZE}
 * @param toFrame from its pixels (centres at .5) to the frame's
 */
record Closeup(float[] luma, Similarity toFrame) {
    static final int SIZE = 128;
    private static final double ROOM = 1.1;

    static Closeup of(VideoFrame frame, Landmarks face) {
        Region region = Region.of(face);
        Similarity toFrame = Similarity.ontoSquare(
                SIZE, region.centreX(), region.centreY(), ROOM * region.side(), region.angleRad());
        return new Closeup(PatchSampler.calmLuma(frame, toFrame, SIZE), toFrame);
    }

    /** Bilinear; beyond the edge its luma goes on. */
    double at(double x, double y) {
        double column = Math.min(Math.max(x - 0.5, 0), SIZE - 1.001);
        double row = Math.min(Math.max(y - 0.5, 0), SIZE - 1.001);
        int at = (int) row * SIZE + (int) column;
        double right = column - (int) column;
        double top = luma[at] + right * (luma[at + 1] - luma[at]);
        double bottom = luma[at + SIZE] + right * (luma[at + SIZE + 1] - luma[at + SIZE]);
        return top + (row - (int) row) * (bottom - top);
    }
}
