package studio.selfsame.watermark;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings maps that come at any rate to one rate: the mean over each slot of time of the straight lines between them, so that
 * neither the rate nor its unevenness shifts what is seen.
 */
final class SlotMeans {
    private final long slotUs;
    private final Consumer<float[]> slots;
    private final double[] sum = new double[GridSampler.CELLS];
    private float @Nullable [] before;
    private long firstUs;
    private long beforeUs;
    private long slotEndUs;

    /** @param slots takes the mean of every full slot, the first of which begins with the first map */
    SlotMeans(long slotUs, Consumer<float[]> slots) {
        this.slotUs = slotUs;
        this.slots = slots;
    }

    /** Takes a map; {@code timeUs} must not be before that of the last. */
    void accept(float[] map, long timeUs) {
        if (before == null) {
            firstUs = timeUs;
            slotEndUs = timeUs + slotUs;
        } else {
            bridge(before, map, timeUs);
        }
        before = map;
        beforeUs = timeUs;
    }

    /** Time since the first map. */
    long lengthUs() {
        return beforeUs - firstUs;
    }

    private void bridge(float[] from, float[] to, long toUs) {
        double gapUs = toUs - beforeUs;
        for (long atUs = beforeUs; atUs < toUs; ) {
            long endUs = Math.min(toUs, slotEndUs);
            double share = ((atUs + endUs) / 2.0 - beforeUs) / gapUs;
            double weight = (endUs - atUs) / (double) slotUs;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * (from[i] + share * (to[i] - from[i]));
            }
            if (endUs == slotEndUs) {
                emit();
            }
            atUs = endUs;
        }
    }

    private void emit() {
        float[] mean = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            mean[i] = (float) sum[i];
            sum[i] = 0;
        }
        slotEndUs += slotUs;
        slots.accept(mean);
    }
}
