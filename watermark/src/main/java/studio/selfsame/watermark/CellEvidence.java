package studio.selfsame.watermark;

import org.jspecify.annotations.Nullable;

/**
 * How much the cells of sound are louder or quieter than their neighbours explain, over the local variance of that.
 *
 * <p>The optimum detector of a weak pattern s in Gaussian noise of covariance C is sᵀC⁻¹y; C⁻¹y is the error of the best
 * two-sided linear prediction of each cell from its neighbours, divided by that error's variance (J. Besag, "Spatial
 * interaction", J. R. Stat. Soc. B 36, 1974), here a local one, since speech comes and goes.
 */
final class CellEvidence {
    /** Energy relative to the mean under which a cell is silence: coding noise lives there. */
    private static final float SILENCE = 1e-5f;

    private static final float CLIP = 2.5f;
    /** Cells to each side whose mean is taken off. */
    private static final double MEAN_REACH = 3.4;
    /** Cells to each side that the local variance is taken from. */
    private static final double VARIANCE_REACH = 2;
    /** Least local variance relative to that of the whole. */
    private static final float VARIANCE_FLOOR = 0.6f;
    /** Standard deviations beyond which evidence is no more believed. */
    private static final float OUTLIER = 2;

    private final int perSlot;
    private final int perBand;
    private final BoxBlur blur;
    private final MapWhitener whitener;

    /**
     * @param rows along time, {@code perSlot} of them in a slot
     * @param columns along frequency, {@code perBand} of them in a band
     */
    CellEvidence(int rows, int columns, int perSlot, int perBand) {
        this.perSlot = perSlot;
        this.perBand = perBand;
        this.blur = new BoxBlur(rows, columns);
        this.whitener = new MapWhitener(rows, columns, perSlot, perBand);
    }

    /**
     * Replaces energies by evidence.
     *
     * @param map of the energies around each point, rows × columns; receives deviation over variance
     * @return the variance of each point's deviation; null in silence
     */
    float @Nullable [] of(float[] map) {
        double mean = 0;
        for (float e : map) {
            mean += e;
        }
        mean /= map.length;
        if (mean == 0) {
            return null;
        }
        for (int i = 0; i < map.length; i++) {
            map[i] = 0.5f * (float) Math.log(map[i] / mean + SILENCE);
        }
        float[] around = map.clone();
        blur.of(around, around, (int) (MEAN_REACH * perSlot), (int) (MEAN_REACH * perBand));
        for (int i = 0; i < map.length; i++) {
            map[i] = Math.clamp(map[i] - around[i], -CLIP, CLIP);
        }
        whitener.whiten(map);
        double total = 0;
        for (int i = 0; i < map.length; i++) {
            around[i] = map[i] * map[i];
            total += around[i];
        }
        blur.of(around, around, (int) (VARIANCE_REACH * perSlot), (int) (VARIANCE_REACH * perBand));
        float floor = VARIANCE_FLOOR * (float) (total / map.length) + Float.MIN_NORMAL;
        for (int i = 0; i < map.length; i++) {
            around[i] += floor;
            float limit = OUTLIER * (float) Math.sqrt(around[i]);
            map[i] = Math.clamp(map[i], -limit, limit) / around[i];
        }
        return around;
    }
}
