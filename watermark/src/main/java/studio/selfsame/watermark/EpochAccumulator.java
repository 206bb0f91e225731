package studio.selfsame.watermark;

import org.jspecify.annotations.Nullable;

/** Sums of frame residuals by time bin of the cycle: all that a detector keeps of the picture, whatever its length. */
final class EpochAccumulator {
    private final int cells;
    private final float[] @Nullable [] sums = new float[PictureTimeline.BINS][];
    private final int[] counts = new int[PictureTimeline.BINS];

    EpochAccumulator(int cells) {
        this.cells = cells;
    }

    void add(FrameResidual residual, byte[] luma, long timeUs) {
        int bin = PictureTimeline.bin(timeUs);
        residual.addTo(sum(bin), luma);
        counts[bin]++;
    }

    void addAll(EpochAccumulator other) {
        for (int bin = 0; bin < counts.length; bin++) {
            float @Nullable [] more = other.sums[bin];
            if (more != null) {
                float[] sum = sum(bin);
                for (int i = 0; i < cells; i++) {
                    sum[i] += more[i];
                }
                counts[bin] += other.counts[bin];
            }
        }
    }

    private float[] sum(int bin) {
        float @Nullable [] sum = sums[bin];
        if (sum == null) {
            sum = new float[cells];
            sums[bin] = sum;
        }
        return sum;
    }

    /** Mean of the given run of bins, around the end of the cycle if need be; null if no frame fell into them. */
    float @Nullable [] mean(int firstBin, int bins) {
        float[] mean = new float[cells];
        int count = 0;
        for (int i = 0; i < bins; i++) {
            int bin = (firstBin + i) % counts.length;
            float @Nullable [] sum = sums[bin];
            if (sum != null) {
                count += counts[bin];
                for (int cell = 0; cell < cells; cell++) {
                    mean[cell] += sum[cell];
                }
            }
        }
        if (count == 0) {
            return null;
        }
        for (int cell = 0; cell < cells; cell++) {
            mean[cell] /= count;
        }
        return mean;
    }
}
