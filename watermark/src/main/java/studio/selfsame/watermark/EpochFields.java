package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An accumulator's content as a key can be tried on it: the difference of every epoch and its successor for one guess of
 * where epochs begin, and the mean of everything, all weighted by the inverse of their noise covariance.
 *
 * <p>The covariance is taken as separable: a spread for each cell (a talking mouth is noisier than the wall behind it), one
 * for each difference, and a correlation between neighbouring cells.
 */
final class EpochFields {
    private static final float SPREAD_FLOOR = 0.1f;

    private final int rows;
    private final int columns;
    private final GridWhitener whitener;

    EpochFields(ChipLattice lattice) {
        this.rows = lattice.rows();
        this.columns = lattice.columns();
        this.whitener = new GridWhitener(rows, columns);
    }

    /** A whitened field at the fine chips and as the coarse ones see it. */
    record Field(float[] fine, float[] coarse) {}

    /** The mean of all frames; null without frames. */
    @Nullable Field constant(EpochAccumulator accumulator) {
        float @Nullable [] mean = accumulator.mean(0, PictureTimeline.BINS);
        if (mean == null) {
            return null;
        }
        float[] spread = spread(List.of(mean), 3);
        divide(mean, spread, 1);
        whitener.whiten(List.of(mean));
        divide(mean, spread, 1);
        return field(mean);
    }

    /**
     * For each epoch of the cycle its mean less its successor's, or null where either has no frames.
     *
     * @param phase bin in which the first epoch begins, 0..4
     */
    List<@Nullable Field> differences(EpochAccumulator accumulator, int phase) {
        List<float @Nullable []> all = new ArrayList<>();
        List<float[]> present = new ArrayList<>();
        float @Nullable [] first = epoch(accumulator, 0, phase);
        float @Nullable [] own = first;
        for (int epoch = 0; epoch < PictureTimeline.EPOCHS; epoch++) {
            float @Nullable [] next = epoch + 1 < PictureTimeline.EPOCHS ? epoch(accumulator, epoch + 1, phase) : first;
            float @Nullable [] difference = own == null || next == null ? null : minus(own, next);
            all.add(difference);
            if (difference != null) {
                present.add(difference);
            }
            own = next;
        }
        whiten(present);
        List<@Nullable Field> fields = new ArrayList<>();
        for (float @Nullable [] difference : all) {
            fields.add(difference == null ? null : field(difference));
        }
        return fields;
    }

    private static float @Nullable [] epoch(EpochAccumulator accumulator, int epoch, int phase) {
        return accumulator.mean(epoch * PictureTimeline.BINS_PER_EPOCH + phase, PictureTimeline.BINS_PER_EPOCH);
    }

    private void whiten(List<float[]> differences) {
        if (differences.isEmpty()) {
            return;
        }
        float[] rms = new float[differences.size()];
        for (int i = 0; i < rms.length; i++) {
            rms[i] = rms(differences.get(i));
            scale(differences.get(i), 1 / rms[i]);
        }
        float[] spread = spread(differences, differences.size() > 5 ? 1 : 3);
        for (float[] difference : differences) {
            divide(difference, spread, 1);
        }
        whitener.whiten(differences);
        for (int i = 0; i < rms.length; i++) {
            divide(differences.get(i), spread, rms[i]);
        }
    }

    /** Root mean square of each cell over the fields and its surroundings. */
    private float[] spread(List<float[]> fields, int reach) {
        float[] power = new float[rows * columns];
        float mean = 0;
        for (float[] field : fields) {
            for (int i = 0; i < power.length; i++) {
                power[i] += field[i] * field[i] / fields.size();
            }
        }
        new BoxBlur(rows, columns, reach).of(power, power);
        for (float p : power) {
            mean += p / power.length;
        }
        for (int i = 0; i < power.length; i++) {
            power[i] = (float) Math.sqrt(power[i] + SPREAD_FLOOR * mean + Float.MIN_NORMAL);
        }
        return power;
    }

    private Field field(float[] fine) {
        return new Field(fine, PictureChips.gatherCoarse(fine, rows, columns));
    }

    private static float[] minus(float[] a, float[] b) {
        float[] difference = a.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= b[i];
        }
        return difference;
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
