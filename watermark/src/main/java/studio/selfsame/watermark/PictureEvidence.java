package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an accumulator says about each layer of the mark, on the received frame's own raster (two samples per fine chip of its
 * own) and weighted by the inverse of the noise covariance, so that any placement of the chips can be tried on it.
 *
 * <p>The covariance is taken as separable: a spread for each sample (a talking mouth is noisier than the wall behind it), one
 * for each field, and a correlation between neighbouring samples.
 */
final class PictureEvidence {
    private static final float SPREAD_FLOOR = 0.2f;
    private static final int REACH_ALONE = 6;
    private static final int REACH_TOGETHER = 5;
    private static final int MANY = 6;
    /** Least share of either half of a pair that must have been seen. */
    private static final double LEAST_SEEN = 0.3;

    private final EpochAccumulator bins;
    private final boolean round;
    private final int rows;
    private final int columns;
    private final SpectralWhitener whitener;
    private final Map<Double, Wave> waves = new HashMap<>();
    private float @Nullable [] steady;

    /** @param round whether the last bin is followed by the first, as in the sum of many windows */
    PictureEvidence(EpochAccumulator bins, boolean round, ChipLattice lattice, SpectralWhitener whitener) {
        this.bins = bins;
        this.round = round;
        this.rows = 2 * lattice.rows();
        this.columns = 2 * lattice.columns();
        this.whitener = whitener;
    }

    /** What repeats once in a pair of epochs, as a complex amplitude, zero at a bin's time zero. */
    record Wave(double speed, float[] re, float[] im) {}

    /** A pattern with its first sign less the same with its second. */
    record Pair(int index, float[] field) {}

    /** What is there all the time. */
    float[] steady() {
        float[] known = steady;
        if (known != null) {
            return known;
        }
        float[] mean = new float[bins.cells()];
        int present = 0;
        for (int bin = 0; bin < PictureTimeline.BINS; bin++) {
            present += bins.has(bin) ? 1 : 0;
        }
        for (int bin = 0; bin < PictureTimeline.BINS; bin++) {
            bins.addMean(bin, 1f / present, mean);
        }
        whiten(List.of(mean), REACH_ALONE);
        steady = mean;
        return mean;
    }

    /** What alternates with the epochs if the material runs at {@code speed} times that of the marked one. */
    Wave wave(double speed) {
        return waves.computeIfAbsent(speed, this::made);
    }

    private Wave made(double speed) {
        double[] cos = new double[PictureTimeline.BINS];
        double[] sin = new double[PictureTimeline.BINS];
        double turn = 2 * Math.PI * speed / PictureTimeline.BINS_PER_PAIR;
        for (int bin = 0; bin < cos.length; bin++) {
            cos[bin] = Math.cos(turn * (bin + 0.5));
            sin[bin] = -Math.sin(turn * (bin + 0.5));
        }
        Wave wave = new Wave(speed, weighted(withoutTrend(cos)), weighted(withoutTrend(sin)));
        whiten(List.of(wave.re(), wave.im()), REACH_ALONE);
        return wave;
    }

    /** How many tenths of a second have frames. */
    int bins() {
        return bins.bins();
    }

    /** The weights of the bins that have frames less their best straight line, so that what drifts slowly cancels. */
    private double[] withoutTrend(double[] weights) {
        double n = 0;
        double t = 0;
        double tt = 0;
        double w = 0;
        double wt = 0;
        for (int bin = 0; bin < weights.length; bin++) {
            if (bins.has(bin)) {
                n++;
                t += bin;
                tt += (double) bin * bin;
                w += weights[bin];
                wt += weights[bin] * bin;
            }
        }
        double slope = n * tt - t * t > 0 ? (n * wt - t * w) / (n * tt - t * t) : 0;
        double mean = (w - slope * t) / Math.max(1, n);
        double[] rest = new double[weights.length];
        for (int bin = 0; bin < weights.length; bin++) {
            rest[bin] = (weights[bin] - mean - slope * bin) / Math.max(1, n);
        }
        return rest;
    }

    private float[] weighted(double[] weights) {
        float[] sum = new float[bins.cells()];
        for (int bin = 0; bin < weights.length; bin++) {
            bins.addMean(bin, (float) weights[bin], sum);
        }
        return sum;
    }

    /**
     * All pairs of epochs of which enough was seen.
     *
     * @param start where a pair begins, in bins, 0..{@link PictureTimeline#BINS_PER_PAIR} / speed; its index is 0
     */
    List<Pair> pairs(double speed, double start) {
        double length = PictureTimeline.BINS_PER_PAIR / speed;
        List<Pair> pairs = new ArrayList<>();
        int end = (int) Math.floor((PictureTimeline.BINS - (round ? start + 0.5 * length : start)) / length);
        for (int index = round ? 0 : -1; index <= end; index++) {
            double begin = start + index * length;
            float[] field = new float[bins.cells()];
            if (addMean(begin, 0.5 * length, 1, field) && addMean(begin + 0.5 * length, 0.5 * length, -1, field)) {
                pairs.add(new Pair(index, field));
            }
        }
        whiten(pairs.stream().map(Pair::field).toList(), pairs.size() >= MANY ? REACH_TOGETHER : REACH_ALONE);
        return pairs;
    }

    /** Adds the mean over a span of time, each bin counted by its share in it; false if too little of it was seen. */
    private boolean addMean(double begin, double length, int sign, float[] to) {
        int first = (int) Math.floor(begin);
        int last = (int) Math.ceil(begin + length) - 1;
        double[] shares = new double[last - first + 1];
        double seen = 0;
        for (int i = 0; i < shares.length; i++) {
            boolean known = has(first + i);
            shares[i] = known ? Math.min(begin + length, first + i + 1) - Math.max(begin, first + i) : 0;
            seen += shares[i];
        }
        if (seen < LEAST_SEEN * length) {
            return false;
        }
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                bins.addMean((first + i) % PictureTimeline.BINS, (float) (sign * shares[i] / seen), to);
            }
        }
        return true;
    }

    private boolean has(int bin) {
        return bin >= 0 && (round || bin < PictureTimeline.BINS) && bins.has(bin % PictureTimeline.BINS);
    }

    private void whiten(List<float[]> fields, int reach) {
        if (fields.isEmpty()) {
            return;
        }
        float[] rms = new float[fields.size()];
        for (int i = 0; i < rms.length; i++) {
            rms[i] = rms(fields.get(i));
            scale(fields.get(i), 1 / rms[i]);
        }
        float[] spread = spread(fields, reach);
        for (float[] field : fields) {
            divide(field, spread, 1);
        }
        whitener.whiten(fields);
        for (int i = 0; i < rms.length; i++) {
            divide(fields.get(i), spread, rms[i]);
        }
    }

    /** Root mean square of each sample over the fields and its surroundings. */
    private float[] spread(List<float[]> fields, int reach) {
        float[] power = new float[rows * columns];
        float mean = 0;
        for (float[] field : fields) {
            for (int i = 0; i < power.length; i++) {
                power[i] += field[i] * field[i] / fields.size();
            }
        }
        new BoxBlur(rows, columns).of(power, power, reach);
        for (float p : power) {
            mean += p / power.length;
        }
        for (int i = 0; i < power.length; i++) {
            power[i] = (float) Math.sqrt(Math.max(0, power[i]) + SPREAD_FLOOR * mean + Float.MIN_NORMAL);
        }
        return power;
    }

    private static float rms(float[] field) {
        double power = 0;
        for (float value : field) {
            power += value * value;
        }
        return (float) Math.sqrt(power / field.length + Float.MIN_NORMAL);
    }

    private static void scale(float[] field, float by) {
        for (int i = 0; i < field.length; i++) {
            field[i] *= by;
        }
    }

    private static void divide(float[] field, float[] by, float rms) {
        for (int i = 0; i < field.length; i++) {
            field[i] /= by[i] * rms;
        }
    }
}
