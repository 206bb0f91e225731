package studio.selfsame.watermark;

/** The discrete Fourier transform of a power-of-two length, in place (Cooley and Tukey, Math. Comp. 19, 1965). */
final class Fft {
    private final int size;
    private final float[] cos;
    private final float[] sin;

    Fft(int size) {
        this.size = size;
        this.cos = new float[size / 2];
        this.sin = new float[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cos[i] = (float) Math.cos(2 * Math.PI * i / size);
            sin[i] = (float) Math.sin(2 * Math.PI * i / size);
        }
    }

    /** Forward transform, unscaled. */
    void forward(float[] re, float[] im) {
        reorder(re, im);
        for (int half = 1; half < size; half *= 2) {
            int step = size / (2 * half);
            for (int start = 0; start < size; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int a = start + k;
                    int b = a + half;
                    float wr = cos[k * step];
                    float wi = -sin[k * step];
                    float tr = re[b] * wr - im[b] * wi;
                    float ti = re[b] * wi + im[b] * wr;
                    re[b] = re[a] - tr;
                    im[b] = im[a] - ti;
                    re[a] += tr;
                    im[a] += ti;
                }
            }
        }
    }

    /** Inverse of {@link #forward}, scaled by 1/size. */
    void inverse(float[] re, float[] im) {
        forward(im, re);
        for (int i = 0; i < size; i++) {
            re[i] /= size;
            im[i] /= size;
        }
    }

    private void reorder(float[] re, float[] im) {
        int shift = Integer.numberOfLeadingZeros(size) + 1;
        for (int i = 0; i < size; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j > i) {
                float swap = re[i];
                re[i] = re[j];
                re[j] = swap;
                swap = im[i];
                im[i] = im[j];
                im[j] = swap;
            }
        }
    }
}
