package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Applies the inverse of the noise covariance, estimated from the fields themselves.
 *
 * <p>The optimum detector of a known weak pattern s in Gaussian noise of covariance C is sᵀC⁻¹y (the matched filter of North,
 * RCA report PTR-6C, 1943). For a stationary field C⁻¹ divides the spectrum by the power spectral density, here the smoothed
 * periodogram (Welch, IEEE Trans. AU 15, 1967). The weak random pattern is spread over the whole spectrum and passes.
 */
final class SpectralWhitener {
    /** Frequencies over which the periodogram is smoothed to each side. */
    private static final int REACH = 4;

    private static final float LEAST_SHARE = 2e-3f;

    private final int rows;
    private final int columns;
    private final int fftRows;
    private final int fftColumns;
    private final PlaneFft fft;

    SpectralWhitener(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.fftRows = PlaneFft.sizeFor(rows);
        this.fftColumns = PlaneFft.sizeFor(columns);
        this.fft = new PlaneFft(fftRows, fftColumns);
    }

    /**
     * C⁻¹y in place for fields with the same statistics.
     *
     * @param fields each rows × columns, row by row, zero mean
     */
    void whiten(List<float[]> fields) {
        PlaneFft.Plane plane = PlaneFft.Plane.of(fftRows, fftColumns);
        List<PlaneFft.Plane> spectra = new ArrayList<>();
        for (int i = 0; i < fields.size(); i += 2) {
            put(fields.get(i), plane.re());
            put(i + 1 < fields.size() ? fields.get(i + 1) : new float[rows * columns], plane.im());
            PlaneFft.Plane spectrum = PlaneFft.Plane.of(fftColumns, fftRows);
            fft.forward(plane, spectrum);
            spectra.add(spectrum);
        }
        float[][] gain = gain(spectra, fields.size());
        for (int i = 0; i < fields.size(); i += 2) {
            PlaneFft.Plane spectrum = spectra.get(i / 2);
            multiply(spectrum.re(), gain);
            multiply(spectrum.im(), gain);
            fft.inverse(spectrum, plane);
            take(plane.re(), fields.get(i));
            if (i + 1 < fields.size()) {
                take(plane.im(), fields.get(i + 1));
            }
        }
    }

    private void put(float[] field, float[][] plane) {
        for (int row = 0; row < fftRows; row++) {
            if (row < rows) {
                System.arraycopy(field, row * columns, plane[row], 0, columns);
            }
            Arrays.fill(plane[row], row < rows ? columns : 0, fftColumns, 0);
        }
    }

    private void take(float[][] plane, float[] field) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(plane[row], 0, field, row * columns, columns);
        }
    }

    /** What each frequency is multiplied with, in the order of the spectra, the inverse transform's scale included. */
    private float[][] gain(List<PlaneFft.Plane> spectra, int fields) {
        float[][] power = new float[fftRows][fftColumns];
        double total = 0;
        for (int down = 0; down < fftRows; down++) {
            int column = fft.column(down);
            for (int across = 0; across < fftColumns; across++) {
                int row = fft.row(across);
                float sum = 0;
                for (PlaneFft.Plane spectrum : spectra) {
                    float re = spectrum.re()[row][column];
                    float im = spectrum.im()[row][column];
                    sum += re * re + im * im;
                }
                power[down][across] = sum;
                total += sum;
            }
        }
        float floor = (float) (LEAST_SHARE * total / fftRows / fftColumns + Float.MIN_NORMAL);
        float[][] smooth = smoothed(transposed(smoothed(power)));
        float[][] gain = new float[fftColumns][fftRows];
        float scale = (float) fields * rows * columns / fftRows / fftColumns;
        for (int across = 0; across < fftColumns; across++) {
            int opposite = (fftColumns - across) % fftColumns;
            for (int down = 0; down < fftRows; down++) {
                float both = 0.5f * (smooth[across][down] + smooth[opposite][(fftRows - down) % fftRows]);
                gain[fft.row(across)][fft.column(down)] = scale / (both + floor);
            }
        }
        return gain;
    }

    /** Mean over neighbouring columns, around the end. */
    private static float[][] smoothed(float[][] power) {
        float[][] smooth = new float[power.length][power[0].length];
        for (int row = 0; row < power.length; row++) {
            float[] values = power[row];
            int length = values.length;
            double sum = 0;
            for (int i = -REACH; i < REACH; i++) {
                sum += values[i & length - 1];
            }
            for (int i = 0; i < length; i++) {
                sum += values[i + REACH & length - 1];
                smooth[row][i] = (float) Math.max(0, sum / (2 * REACH + 1));
                sum -= values[i - REACH & length - 1];
            }
        }
        return smooth;
    }

    private static float[][] transposed(float[][] plane) {
        float[][] transposed = new float[plane[0].length][plane.length];
        for (int row = 0; row < plane.length; row++) {
            for (int column = 0; column < plane[row].length; column++) {
                transposed[column][row] = plane[row][column];
            }
        }
        return transposed;
    }

    private static void multiply(float[][] values, float[][] by) {
        for (int row = 0; row < values.length; row++) {
            float[] a = values[row];
            float[] b = by[row];
            for (int i = 0; i < a.length; i++) {
                a[i] *= b[i];
            }
        }
    }
}
