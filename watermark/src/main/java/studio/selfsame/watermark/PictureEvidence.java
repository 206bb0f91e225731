package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an accumulator says about each layer of the mark, on the received frame's own raster (two samples per fine chip of its
 * own) and weighted by the inverse of the {@link SeparableNoise}, so that any placement of the chips can be tried on it.
 */
final class PictureEvidence {
    private static final int REACH_ALONE = 6;
    private static final int REACH_TOGETHER = 5;
    private static final int MANY = 6;
    /** Least share of either half of a pair that must have been seen. */
    private static final double LEAST_SEEN = 0.3;

    private final EpochAccumulator bins;
    private final boolean round;
    private final SeparableNoise noise;
    private final Map<Double, Wave> waves = new HashMap<>();
    private float @Nullable [] steady;

    /** @param round whether the last bin is followed by the first, as in the sum of many windows */
    PictureEvidence(EpochAccumulator bins, boolean round, SeparableNoise noise) {
        this.bins = bins;
        this.round = round;
        this.noise = noise;
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
        noise.weighOut(List.of(mean), REACH_ALONE);
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
        noise.weighOut(List.of(wave.re(), wave.im()), REACH_ALONE);
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
        noise.weighOut(pairs.stream().map(Pair::field).toList(), pairs.size() >= MANY ? REACH_TOGETHER : REACH_ALONE);
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
}
