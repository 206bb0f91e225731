package studio.selfsame.watermark;

/**
 * The discrete Fourier transform of real signals of a power-of-two length, by a complex one of half that length (Sorensen,
 * Jones, Heideman and Burrus, "Real-valued fast Fourier transform algorithms", IEEE Trans. ASSP 35, 1987).
 */
final class RealFft {
    private final int half;
    private final Fft fft;
    private final float[] cos;
    private final float[] sin;
    private final float[] even;
    private final float[] odd;

    RealFft(int size) {
        this.half = size / 2;
        this.fft = new Fft(half);
        this.cos = new float[half];
        this.sin = new float[half];
        this.even = new float[half];
        this.odd = new float[half];
        for (int i = 0; i < half; i++) {
            cos[i] = (float) Math.cos(2 * Math.PI * i / size);
            sin[i] = (float) Math.sin(2 * Math.PI * i / size);
        }
    }

    /**
     * Forward transform, unscaled.
     *
     * @param signal may be one of the others
     * @param re receives the frequencies from 0 to half the size, both included
     */
    void forward(float[] signal, float[] re, float[] im) {
        for (int i = 0; i < half; i++) {
            even[i] = signal[2 * i];
            odd[i] = signal[2 * i + 1];
        }
        fft.forward(even, odd);
        re[0] = even[0] + odd[0];
        im[0] = 0;
        re[half] = even[0] - odd[0];
        im[half] = 0;
        for (int k = 1; k < half; k++) {
            int mirror = half - k;
            float oddRe = (odd[k] + odd[mirror]) / 2;
            float oddIm = (even[mirror] - even[k]) / 2;
            re[k] = (even[k] + even[mirror]) / 2 + oddRe * cos[k] + oddIm * sin[k];
            im[k] = (odd[k] - odd[mirror]) / 2 + oddIm * cos[k] - oddRe * sin[k];
        }
    }

    /**
     * Inverse of {@link #forward}, scaled.
     *
     * @param re frequencies from 0 to half the size, both included
     */
    void inverse(float[] re, float[] im, float[] signal) {
        for (int k = 0; k < half; k++) {
            int mirror = half - k;
            float differenceRe = (re[k] - re[mirror]) / 2;
            float differenceIm = (im[k] + im[mirror]) / 2;
            float oddRe = differenceRe * cos[k] - differenceIm * sin[k];
            float oddIm = differenceRe * sin[k] + differenceIm * cos[k];
            even[k] = (re[k] + re[mirror]) / 2 - oddIm;
            odd[k] = (im[k] - im[mirror]) / 2 + oddRe;
        }
        fft.inverse(even, odd);
        for (int i = 0; i < half; i++) {
            signal[2 * i] = even[i];
            signal[2 * i + 1] = odd[i];
        }
    }
}
