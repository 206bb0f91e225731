package studio.selfsame.watermark;

import java.util.Arrays;

/**
 * What of some evidence the pilots can be found in: the samples that are not zero, with their places in fine chips of the
 * frame's own from its centre.
 */
record PilotView(double speed, float[] x, float[] y, float[] re, float[] im, float[] steady) {

    /** All samples. */
    static PilotView of(PictureEvidence.Wave wave, float[] steady, ChipLattice lattice) {
        return of(wave.speed(), wave.re(), wave.im(), steady, 2 * lattice.rows(), 2 * lattice.columns(), 0.5);
    }

    /** Sums of two by two samples: enough for chips that are not much smaller than the frame's own. */
    static PilotView halved(PictureEvidence.Wave wave, float[] steady, ChipLattice lattice) {
        int rows = lattice.rows();
        int columns = lattice.columns();
        return of(
                wave.speed(),
                half(wave.re(), rows, columns),
                half(wave.im(), rows, columns),
                half(steady, rows, columns),
                rows,
                columns,
                1);
    }

    private static float[] half(float[] field, int rows, int columns) {
        float[] half = new float[rows * columns];
        for (int i = 0; i < half.length; i++) {
            int at = 2 * (i / columns) * 2 * columns + 2 * (i % columns);
            half[i] = field[at] + field[at + 1] + field[at + 2 * columns] + field[at + 2 * columns + 1];
        }
        return half;
    }

    private static PilotView of(
            double speed, float[] re, float[] im, float[] steady, int rows, int columns, double pitch) {
        int[] used = new int[rows * columns];
        int count = 0;
        for (int i = 0; i < used.length; i++) {
            if (re[i] != 0 || im[i] != 0 || steady[i] != 0) {
                used[count++] = i;
            }
        }
        float[][] all = new float[5][count];
        for (int i = 0; i < count; i++) {
            int at = used[i];
            all[0][i] = (float) (pitch * (at % columns + 0.5 - columns / 2.0));
            all[1][i] = (float) (pitch * (at / columns + 0.5 - rows / 2.0));
            all[2][i] = re[at];
            all[3][i] = im[at];
            all[4][i] = steady[at];
        }
        return new PilotView(speed, all[0], all[1], all[2], all[3], all[4]);
    }

    /** Sum of the squares of the wave. */
    double waveEnergy() {
        double energy = 0;
        for (int i = 0; i < re.length; i++) {
            energy += re[i] * re[i] + im[i] * im[i];
        }
        return energy;
    }

    /** Spreads the samples over the planes, bilinearly and round their ends; the wave conjugated. */
    void lay(Placement placement, PlaneFft.Plane wave, PlaneFft.Plane still) {
        int side = Pilot.SIDE;
        for (int row = 0; row < side; row++) {
            Arrays.fill(wave.re()[row], 0);
            Arrays.fill(wave.im()[row], 0);
            Arrays.fill(still.re()[row], 0);
            Arrays.fill(still.im()[row], 0);
        }
        float xx = (float) placement.xx();
        float xy = (float) placement.xy();
        float yx = (float) placement.yx();
        float yy = (float) placement.yy();
        // A multiple of the side keeps the places positive.
        float middle = side / 2f - 0.5f + 4 * side;
        for (int i = 0; i < x.length; i++) {
            float column = xx * x[i] + xy * y[i] + middle;
            float row = yx * x[i] + yy * y[i] + middle;
            int left = (int) column;
            int top = (int) row;
            float right = column - left;
            float down = row - top;
            int a = left & side - 1;
            int b = left + 1 & side - 1;
            add(wave, still, top & side - 1, a, b, i, right, 1 - down);
            add(wave, still, top + 1 & side - 1, a, b, i, right, down);
        }
    }

    private void add(
            PlaneFft.Plane wave, PlaneFft.Plane still, int row, int a, int b, int i, float right, float share) {
        float weightB = right * share;
        float weightA = share - weightB;
        float[] waveRe = wave.re()[row];
        waveRe[a] += weightA * re[i];
        waveRe[b] += weightB * re[i];
        float[] waveIm = wave.im()[row];
        waveIm[a] -= weightA * im[i];
        waveIm[b] -= weightB * im[i];
        float[] stillRe = still.re()[row];
        stillRe[a] += weightA * steady[i];
        stillRe[b] += weightB * steady[i];
    }
}
