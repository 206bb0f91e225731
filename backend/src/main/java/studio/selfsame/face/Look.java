package studio.selfsame.face;

import java.util.List;

/**
 * What the lower half of the aligned face looks like, nose to chin and cheek to cheek, coarsely: mean luma of cells of 4×4
 * pixels of ArcFace's 112×112 patch. Tells a hand over the mouth, onto which the mesh draws a mouth all the same.
 */
final class Look {
    private static final int CELL = 4;
    private static final int TOP = 16;
    private static final int BOTTOM = 26;
    private static final int LEFT = 8;
    private static final int RIGHT = 20;
    private static final int CELLS = (BOTTOM - TOP) * (RIGHT - LEFT);

    private Look() {}

    /** @param luma the aligned patch, row by row */
    static float[] of(float[] luma) {
        float[] cells = new float[CELLS];
        for (int i = 0; i < luma.length; i++) {
            int row = i / FaceAlignment.ARCFACE_SIZE / CELL;
            int column = i % FaceAlignment.ARCFACE_SIZE / CELL;
            if (row >= TOP && row < BOTTOM && column >= LEFT && column < RIGHT) {
                cells[(row - TOP) * (RIGHT - LEFT) + column - LEFT] += luma[i] / (CELL * CELL);
            }
        }
        return cells;
    }

    /** The median of each cell. */
    static float[] usual(List<float[]> looks) {
        float[] usual = new float[CELLS];
        for (int cell = 0; cell < usual.length; cell++) {
            int at = cell;
            usual[cell] = (float)
                    Series.median(looks.stream().mapToDouble(look -> look[at]).toArray());
        }
        return usual;
    }

    /** Correlation −1..1, whatever the light's strength and contrast; 1 where either is quite even. */
    static double likeness(float[] a, float[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double both = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return squaresA * squaresB < 1e-6 ? 1 : both / Math.sqrt(squaresA * squaresB);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value / values.length;
        }
        return sum;
    }
}
