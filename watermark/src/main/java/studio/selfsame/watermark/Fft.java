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
        int quarter = 1;
        if (Integer.numberOfTrailingZeros(size) % 2 == 1) {
            pairs(re, im);
            quarter = 2;
        }
        for (; quarter < size; quarter *= 4) {
            for (int k = 0; k < quarter; k++) {
                fours(re, im, quarter, k);
            }
        }
    }

    private void pairs(float[] re, float[] im) {
        for (int a = 0; a < size; a += 2) {
            float tr = re[a + 1];
            float ti = im[a + 1];
            re[a + 1] = re[a] - tr;
            im[a + 1] = im[a] - ti;
            re[a] += tr;
            im[a] += ti;
        }
    }

    /** Two rounds of doubling in one, for the k-th frequency of each quarter. */
    private void fours(float[] re, float[] im, int quarter, int k) {
        int step = size / (4 * quarter);
        float innerRe = cos[2 * k * step];
        float innerIm = -sin[2 * k * step];
        float outerRe = cos[k * step];
        float outerIm = -sin[k * step];
        for (int a = k; a < size; a += 4 * quarter) {
            int b = a + quarter;
            int c = b + quarter;
            int d = c + quarter;
            float bRe = re[b] * innerRe - im[b] * innerIm;
            float bIm = re[b] * innerIm + im[b] * innerRe;
            float dRe = re[d] * innerRe - im[d] * innerIm;
            float dIm = re[d] * innerIm + im[d] * innerRe;
            float sumRe = re[c] + dRe;
            float sumIm = im[c] + dIm;
            float differenceRe = re[c] - dRe;
            float differenceIm = im[c] - dIm;
            float cRe = sumRe * outerRe - sumIm * outerIm;
            float cIm = sumRe * outerIm + sumIm * outerRe;
            float turnedRe = differenceRe * outerIm + differenceIm * outerRe;
            float turnedIm = differenceIm * outerIm - differenceRe * outerRe;
            float aRe = re[a];
            float aIm = im[a];
            re[a] = aRe + bRe + cRe;
            im[a] = aIm + bIm + cIm;
            re[b] = aRe - bRe + turnedRe;
            im[b] = aIm - bIm + turnedIm;
            re[c] = aRe + bRe - cRe;
            im[c] = aIm + bIm - cIm;
            re[d] = aRe - bRe - turnedRe;
            im[d] = aIm - bIm - turnedIm;
        }
    }

    /** Inverse of {@link #forward}, scaled by 1/size. */
    void inverse(float[] re, float[] im) {
        forward(im, re);
        float scale = 1f / size;
        for (int i = 0; i < size; i++) {
            re[i] *= scale;
            im[i] *= scale;
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
