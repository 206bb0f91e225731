package studio.selfsame.watermark;

/**
 * The discrete Fourier transform of a plane whose sides are powers of two (Cooley and Tukey, Math. Comp. 19, 1965).
 *
 * <p>The spectrum is left in the order in which it falls out: transposed, both frequencies bit-reversed. Products of spectra
 * do not care, and {@link #row} and {@link #column} say where a frequency is. All inner loops run along rows, so that they
 * can be vectorised. Not safe for use by several threads at once.
 */
final class PlaneFft {
    private final int rows;
    private final int columns;
    private final float[] rowCos;
    private final float[] rowSin;
    private final float[] columnCos;
    private final float[] columnSin;

    PlaneFft(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.rowCos = new float[rows];
        this.rowSin = new float[rows];
        this.columnCos = new float[columns];
        this.columnSin = new float[columns];
        turn(rowCos, rowSin);
        turn(columnCos, columnSin);
    }

    private static void turn(float[] cos, float[] sin) {
        for (int i = 0; i < cos.length; i++) {
            cos[i] = (float) Math.cos(2 * Math.PI * i / cos.length);
            sin[i] = (float) -Math.sin(2 * Math.PI * i / cos.length);
        }
    }

    /** The least power of two not below {@code length}. */
    static int sizeFor(int length) {
        return length <= 2 ? 2 : 2 * Integer.highestOneBit(length - 1);
    }

    /** A complex plane: rows of real and of imaginary parts. */
    record Plane(float[][] re, float[][] im) {
        static Plane of(int rows, int columns) {
            return new Plane(new float[rows][columns], new float[rows][columns]);
        }
    }

    /** Where the spectrum has the frequency {@code down} (0..rows − 1): index within its rows. */
    int column(int down) {
        return Integer.reverse(down) >>> Integer.numberOfLeadingZeros(rows) + 1;
    }

    /** Where the spectrum has the frequency {@code across} (0..columns − 1): index of its row. */
    int row(int across) {
        return Integer.reverse(across) >>> Integer.numberOfLeadingZeros(columns) + 1;
    }

    /** Forward transform, unscaled: {@code plane} (rows × columns, overwritten) to {@code spectrum} (columns × rows). */
    void forward(Plane plane, Plane spectrum) {
        narrow(plane, rowCos, rowSin);
        transpose(plane.re(), spectrum.re());
        transpose(plane.im(), spectrum.im());
        narrow(spectrum, columnCos, columnSin);
    }

    /** Inverse of {@link #forward} times rows · columns; overwrites the spectrum. */
    void inverse(Plane spectrum, Plane plane) {
        widen(spectrum, columnCos, columnSin);
        transpose(spectrum.re(), plane.re());
        transpose(spectrum.im(), plane.im());
        widen(plane, rowCos, rowSin);
    }

    /** Butterflies from far to near: natural order in, bit-reversed order out. */
    private static void narrow(Plane plane, float[] cos, float[] sin) {
        int size = cos.length;
        for (int half = size / 2; half > 0; half /= 2) {
            for (int start = 0; start < size; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int turn = k * (size / 2 / half);
                    apart(plane, start + k, start + k + half, cos[turn], sin[turn]);
                }
            }
        }
    }

    private static void apart(Plane plane, int a, int b, float cos, float sin) {
        float[] ar = plane.re()[a];
        float[] ai = plane.im()[a];
        float[] br = plane.re()[b];
        float[] bi = plane.im()[b];
        for (int i = 0; i < ar.length; i++) {
            float re = ar[i] - br[i];
            float im = ai[i] - bi[i];
            ar[i] += br[i];
            ai[i] += bi[i];
            br[i] = re * cos - im * sin;
            bi[i] = re * sin + im * cos;
        }
    }

    /** Butterflies from near to far with the turns undone: bit-reversed order in, natural order out. */
    private static void widen(Plane plane, float[] cos, float[] sin) {
        int size = cos.length;
        for (int half = 1; half < size; half *= 2) {
            for (int start = 0; start < size; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int turn = k * (size / 2 / half);
                    together(plane, start + k, start + k + half, cos[turn], sin[turn]);
                }
            }
        }
    }

    private static void together(Plane plane, int a, int b, float cos, float sin) {
        float[] ar = plane.re()[a];
        float[] ai = plane.im()[a];
        float[] br = plane.re()[b];
        float[] bi = plane.im()[b];
        for (int i = 0; i < ar.length; i++) {
            float re = br[i] * cos + bi[i] * sin;
            float im = bi[i] * cos - br[i] * sin;
            br[i] = ar[i] - re;
            bi[i] = ai[i] - im;
            ar[i] += re;
            ai[i] += im;
        }
    }

    private static void transpose(float[][] from, float[][] to) {
        int block = 8;
        int whole = from.length / block * block;
        for (int top = 0; top < whole; top += block) {
            float[] a = from[top];
            float[] b = from[top + 1];
            float[] c = from[top + 2];
            float[] d = from[top + 3];
            float[] e = from[top + 4];
            float[] f = from[top + 5];
            float[] g = from[top + 6];
            float[] h = from[top + 7];
            for (int column = 0; column < to.length; column++) {
                float[] into = to[column];
                into[top] = a[column];
                into[top + 1] = b[column];
                into[top + 2] = c[column];
                into[top + 3] = d[column];
                into[top + 4] = e[column];
                into[top + 5] = f[column];
                into[top + 6] = g[column];
                into[top + 7] = h[column];
            }
        }
        for (int row = whole; row < from.length; row++) {
            for (int column = 0; column < to.length; column++) {
                to[column][row] = from[row][column];
            }
        }
    }
}
