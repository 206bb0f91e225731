package studio.selfsame.face;

import studio.selfsame.media.VideoFrame;

/** Mean luma over a grid of cells, the picture stretched to a square. */
record Thumbnail(float[] cells) {
    private static final int SIDE = 64;
    private static final int BINS = 32;

    /** The furthest a pan is thought to move the picture between two frames: a fifth of it. */
    private static final int FURTHEST = 12;

    static Thumbnail of(VideoFrame frame) {
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
        return new Thumbnail(cells);
    }

    /** Mean difference in place, luma levels. */
    double change(Thumbnail other) {
        return change(other, 0, 0);
    }

    /** Mean difference where the other picture is moved so that it differs least; only where they overlap. */
    double changeMovedBack(Thumbnail other) {
        int bestX = 0;
        int bestY = 0;
        double least = change(other);
        // coarsely first: a picture moved by one cell is still alike
        for (int step : new int[] {3, 1}) {
            int aroundX = bestX;
            int aroundY = bestY;
            int reach = step == 3 ? FURTHEST : 2;
            for (int dy = -reach; dy <= reach; dy += step) {
                for (int dx = -reach; dx <= reach; dx += step) {
                    double change = change(other, aroundX + dx, aroundY + dy);
                    if (change < least) {
                        least = change;
                        bestX = aroundX + dx;
                        bestY = aroundY + dy;
                    }
                }
            }
        }
        return least;
    }

    private double change(Thumbnail other, int dx, int dy) {
        double change = 0;
        for (int row = Math.max(0, -dy); row < SIDE - Math.max(0, dy); row++) {
            for (int column = Math.max(0, -dx); column < SIDE - Math.max(0, dx); column++) {
                change += Math.abs(cells[row * SIDE + column] - other.cells[(row + dy) * SIDE + column + dx]);
            }
        }
        return change / ((SIDE - Math.abs(dx)) * (SIDE - Math.abs(dy)));
    }

    /** Share of the picture whose brightness is not to be found in the other, 0..1. */
    double redistribution(Thumbnail other) {
        int[] difference = new int[BINS];
        for (int i = 0; i < cells.length; i++) {
            difference[(int) cells[i] * BINS / 256]++;
            difference[(int) other.cells[i] * BINS / 256]--;
        }
        double redistribution = 0;
        for (int bin : difference) {
            redistribution += Math.abs(bin) / (2.0 * cells.length);
        }
        return redistribution;
    }
}
