package studio.selfsame.watermark;

/**
 * Finds the shift in time at which one series of feature vectors agrees best with another, for every shift at once by
 * Fourier transforms. The agreement is the cosine between the overlapping parts. Two features share each complex
 * transform: the real part of their correlation is the sum of both.
 */
final class Alignment {
    private final float[][] other;
    private final double[] otherEnergy;
    private final int size;
    private final Fft fft;
    private final float[][] re;
    private final float[][] im;

    /**
     * The best place for the other series.
     *
     * @param agreement −1..1
     * @param shift index in the one series at which the other begins, refined between the whole steps
     * @param energy what the weaker of the two overlapping parts holds per vector
     * @param steps length of the overlap
     */
    record Place(double agreement, double shift, double energy, int steps) {
        static final Place NONE = new Place(-1, 0, 0, 0);
    }

    /**
     * @param other vectors of an even number of features each, at least one
     * @param longest length of the longest series it will be compared with
     */
    Alignment(float[][] other, int longest) {
        this.other = other;
        this.otherEnergy = energies(other);
        this.size = Math.max(2, Integer.highestOneBit(other.length + longest) * 2);
        this.fft = new Fft(size);
        int pairs = other[0].length / 2;
        this.re = new float[pairs][];
        this.im = new float[pairs][];
        for (int pair = 0; pair < pairs; pair++) {
            re[pair] = channel(other, 2 * pair);
            im[pair] = channel(other, 2 * pair + 1);
            fft.forward(re[pair], im[pair]);
        }
    }

    /** The best place of the other series in this one that leaves at least {@code least} vectors of overlap. */
    Place find(float[][] one, int least) {
        float[] sums = correlate(one);
        double[] energy = energies(one);
        int last = one.length - least;
        int best = 0;
        double bestAgreement = -1;
        for (int shift = least - other.length; shift <= last; shift++) {
            double agreement = agreement(sums, energy, shift);
            if (agreement > bestAgreement) {
                bestAgreement = agreement;
                best = shift;
            }
        }
        if (bestAgreement <= -1) {
            return Place.NONE;
        }
        int from = Math.max(0, best);
        int to = Math.min(one.length, best + other.length);
        double held = Math.min(energy[to] - energy[from], otherEnergy[to - best] - otherEnergy[from - best]);
        double refined = best;
        if (best > least - other.length && best < last) {
            refined += vertex(agreement(sums, energy, best - 1), bestAgreement, agreement(sums, energy, best + 1));
        }
        return new Place(bestAgreement, refined, held / (to - from), to - from);
    }

    /** Where the parabola through three equally spaced values, the middle one the highest, has its top: −½..½. */
    private static double vertex(double before, double top, double after) {
        double bend = before - 2 * top + after;
        return bend < 0 ? Math.clamp((before - after) / (2 * bend), -0.5, 0.5) : 0;
    }

    private double agreement(float[] sums, double[] energy, int shift) {
        int from = Math.max(0, shift);
        int to = Math.min(energy.length - 1, shift + other.length);
        double product = (energy[to] - energy[from]) * (otherEnergy[to - shift] - otherEnergy[from - shift]);
        return product > 0 ? sums[Math.floorMod(shift, size)] / Math.sqrt(product) : 0;
    }

    private float[] correlate(float[][] one) {
        float[] sumRe = new float[size];
        float[] sumIm = new float[size];
        for (int pair = 0; pair < re.length; pair++) {
            float[] a = channel(one, 2 * pair);
            float[] b = channel(one, 2 * pair + 1);
            fft.forward(a, b);
            for (int i = 0; i < size; i++) {
                sumRe[i] += a[i] * re[pair][i] + b[i] * im[pair][i];
                sumIm[i] += b[i] * re[pair][i] - a[i] * im[pair][i];
            }
        }
        fft.inverse(sumRe, sumIm);
        return sumRe;
    }

    private float[] channel(float[][] series, int feature) {
        float[] values = new float[size];
        for (int i = 0; i < series.length; i++) {
            values[i] = series[i][feature];
        }
        return values;
    }

    private static double[] energies(float[][] series) {
        double[] running = new double[series.length + 1];
        for (int i = 0; i < series.length; i++) {
            double sum = 0;
            for (float value : series[i]) {
                sum += value * value;
            }
            running[i + 1] = running[i] + sum;
        }
        return running;
    }
}
