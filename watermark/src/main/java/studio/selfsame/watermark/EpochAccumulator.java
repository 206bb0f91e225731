package studio.selfsame.watermark;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Mean residual of the frames of each time bin: all that a detector keeps of the picture, whatever its length. The means
 * lie within ±{@link FrameResidual#CLIP} and are kept as 16-bit fractions of it.
 *
 * <p>A window begins at a bin of its own and does not wrap; the sum of many windows is taken round the cycle of patterns.
 */
final class EpochAccumulator {
    private static final float ONE = 32_000 / FrameResidual.CLIP;

    private final int cells;
    private final short[] @Nullable [] means = new short[PictureTimeline.BINS][];
    private final int[] counts = new int[PictureTimeline.BINS];
    private final float[] open;
    private int openBin = -1;
    private int openCount;

    EpochAccumulator(int cells) {
        this.cells = cells;
        this.open = new float[cells];
    }

    /** Adds a frame to a bin, 0..{@link PictureTimeline#BINS} − 1, not before that of the frame added last. */
    void add(FrameResidual residual, byte[] luma, int bin) {
        if (bin != openBin) {
            close();
            openBin = bin;
        }
        residual.addTo(open, luma);
        openCount++;
    }

    private void close() {
        if (openCount > 0) {
            for (int i = 0; i < cells; i++) {
                open[i] /= openCount;
            }
            mix(openBin, open, openCount);
            Arrays.fill(open, 0);
            openCount = 0;
        }
    }

    private void mix(int bin, float[] mean, int count) {
        short @Nullable [] old = means[bin];
        short[] mixed = old == null ? new short[cells] : old;
        float share = (float) count / (counts[bin] + count);
        for (int i = 0; i < cells; i++) {
            mixed[i] = (short) Math.round(mixed[i] * (1 - share) + mean[i] * ONE * share);
        }
        means[bin] = mixed;
        counts[bin] += count;
    }

    /** Adds the bins of another, whose first one is number {@code first} of this one's cycle. */
    void addAll(EpochAccumulator other, int first) {
        other.close();
        float[] mean = new float[cells];
        for (int bin = 0; bin < counts.length; bin++) {
            if (other.counts[bin] > 0) {
                Arrays.fill(mean, 0);
                other.addMean(bin, 1, mean);
                mix((first + bin) % counts.length, mean, other.counts[bin]);
            }
        }
    }

    int cells() {
        return cells;
    }

    /** How many bins have frames. */
    int bins() {
        close();
        int present = 0;
        for (int count : counts) {
            present += count > 0 ? 1 : 0;
        }
        return present;
    }

    /** Whether any frame fell into the bin. */
    boolean has(int bin) {
        close();
        return counts[bin] > 0;
    }

    /** Adds the bin's mean, if it has one, times {@code weight} to {@code to}. */
    void addMean(int bin, float weight, float[] to) {
        close();
        short @Nullable [] mean = means[bin];
        if (mean != null) {
            float scale = weight / ONE;
            for (int i = 0; i < cells; i++) {
                to[i] += scale * mean[i];
            }
        }
    }
}
