package studio.selfsame.face;

import org.jspecify.annotations.Nullable;
import studio.selfsame.media.VideoFrame;

/** Notices hard cuts: the picture changes both in place and in its distribution of brightness, far more than lately. */
final class ShotCuts {
    private static final int SIDE = 64;
    private static final int BINS = 32;
    private static final double MIN_CHANGE = 18;
    private static final double MIN_REDISTRIBUTION = 0.25;
    private static final double TIMES_USUAL = 4;

    private float @Nullable [] last;
    private double usual = 2;

    /** Whether this frame begins a new shot; true for the first. */
    boolean isCut(VideoFrame frame) {
        float[] now = thumbnail(frame);
        float[] before = last;
        last = now;
        if (before == null) {
            return true;
        }
        double change = 0;
        int[] difference = new int[BINS];
        for (int i = 0; i < now.length; i++) {
            change += Math.abs(now[i] - before[i]) / now.length;
            difference[(int) now[i] * BINS / 256]++;
            difference[(int) before[i] * BINS / 256]--;
        }
        double redistribution = 0;
        for (int bin : difference) {
            redistribution += Math.abs(bin) / (2.0 * now.length);
        }
        boolean cut = change > Math.max(MIN_CHANGE, TIMES_USUAL * usual) && redistribution > MIN_REDISTRIBUTION;
        usual = cut ? 2 : 0.9 * usual + 0.1 * change;
        return cut;
    }

    /** Means over a grid of cells, stretched to a square. */
    private static float[] thumbnail(VideoFrame frame) {
        float[] cells = new float[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            int top = row * frame.heightPx() / SIDE;
            int bottom = Math.max(top + 1, (row + 1) * frame.heightPx() / SIDE);
            int stepY = Math.max(1, (bottom - top) / 4);
            for (int column = 0; column < SIDE; column++) {
                int left = column * frame.widthPx() / SIDE;
                int right = Math.max(left + 1, (column + 1) * frame.widthPx() / SIDE);
                int stepX = Math.max(1, (right - left) / 4);
                int sum = 0;
                int count = 0;
                for (int y = top; y < Math.min(bottom, frame.heightPx()); y += stepY) {
                    for (int x = left; x < Math.min(right, frame.widthPx()); x += stepX) {
                        sum += frame.y()[y * frame.widthPx() + x] & 0xff;
                        count++;
                    }
                }
                cells[row * SIDE + column] = count == 0 ? 16 : (float) sum / count;
            }
        }
        return cells;
    }
}
