package studio.selfsame.speech;

/**
 * Log mel band energies of 16 kHz mono: Hann windows of 25 ms centred on every 10 ms, 40 triangular bands between 60 and
 * 7600 Hz evenly spaced on the mel scale.
 *
 * <p>Source: S. S. Stevens et al., A scale for the measurement of the psychological magnitude pitch, JASA 8, 1937, in
 * O'Shaughnessy's formula (1987).
 */
final class MelSpectrum {
    static final int HOP = 160;
    private static final int WINDOW = 400;
    private static final int SIZE = 512;
    private static final double LOW_HZ = 60;
    private static final double HIGH_HZ = 7600;
    private static final double FLOOR = 1e-7;

    private final double[] window = new double[WINDOW];
    private final double[][] bands = new double[SpeechFeatures.MEL_BANDS][SIZE / 2];

    MelSpectrum() {
        for (int i = 0; i < WINDOW; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / WINDOW);
        }
        double low = mel(LOW_HZ);
        double step = (mel(HIGH_HZ) - low) / (bands.length + 1);
        for (int b = 0; b < bands.length; b++) {
            for (int k = 0; k < SIZE / 2; k++) {
                double at = (mel(k * 16_000.0 / SIZE) - low) / step - b;
                bands[b][k] = Math.max(0, Math.min(at, 2 - at));
            }
        }
    }

    private static double mel(double hz) {
        return 2595 * Math.log10(1 + hz / 700);
    }

    /** {@code steps × 40}, natural logarithms. */
    float[][] of(float[] mono) {
        float[][] out = new float[mono.length / HOP + 1][];
        double[] re = new double[SIZE];
        double[] im = new double[SIZE];
        for (int t = 0; t < out.length; t++) {
            java.util.Arrays.fill(re, 0);
            java.util.Arrays.fill(im, 0);
            for (int i = 0; i < WINDOW; i++) {
                int at = t * HOP + i - WINDOW / 2;
                re[i] = at < 0 || at >= mono.length ? 0 : mono[at] * window[i];
            }
            Fourier.transform(re, im);
            out[t] = new float[bands.length];
            for (int b = 0; b < bands.length; b++) {
                double energy = FLOOR;
                for (int k = 0; k < SIZE / 2; k++) {
                    energy += bands[b][k] * (re[k] * re[k] + im[k] * im[k]);
                }
                out[t][b] = (float) Math.log(energy);
            }
        }
        return out;
    }
}
