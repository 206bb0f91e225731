package studio.selfsame.watermark;

import java.util.Arrays;

/**
 * What a stretch of sound says for and against a mark: for every frame and bin how much a cell centred there is louder or
 * quieter than its neighbours explain, weighted by how reliable that is and how strong a mark would be there.
 *
 * <p>The optimum detector of a weak pattern s in Gaussian noise of covariance C is sᵀC⁻¹y; C⁻¹y is the error of the best
 * two-sided linear prediction of each cell from its neighbours, divided by that error's variance (J. Besag, "Spatial
 * interaction", J. R. Stat. Soc. B 36, 1974), here a local one, since speech comes and goes. All of this is done on a raster
 * finer than the cells, so that each guess of tempo, pitch and start is only another choice of points in the map.
 */
final class SoundMap {
    /** Energy relative to the mean under which a cell is silence: coding noise lives there. */
    private static final float SILENCE = 1e-5f;

    private static final float CLIP = 2.5f;
    /** Half the neighbourhood whose mean is taken off. */
    private static final int MEAN_FRAMES = 20;

    private static final int MEAN_BINS = 10;
    /** Half the neighbourhood whose variance a point is measured by. */
    private static final int VARIANCE_FRAMES = 12;

    private static final int VARIANCE_BINS = 6;
    /** Least local variance relative to that of the whole map. */
    private static final float VARIANCE_FLOOR = 0.3f;
    /** Frames before and after its middle that a cell is summed over. */
    private static final int CELL_FRAMES = 2;
    /** Standard deviations beyond which evidence is no more believed. */
    private static final float OUTLIER = 2;

    private final int frames;
    private final float[] evidence;

    SoundMap(SoundSpectra spectra, int frames) {
        this.frames = frames;
        float[] energy = cellEnergies(spectra, frames);
        this.evidence = new float[energy.length];
        double mean = 0;
        for (float e : energy) {
            mean += e;
        }
        mean /= energy.length;
        if (mean == 0) {
            return;
        }
        for (int i = 0; i < energy.length; i++) {
            evidence[i] = 0.5f * (float) Math.log(energy[i] / mean + SILENCE);
        }
        MapBlur blur = new MapBlur(frames, SoundSpectra.BINS);
        float[] around = evidence.clone();
        blur.blur(around, MEAN_FRAMES, MEAN_BINS);
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = Math.clamp(evidence[i] - around[i], -CLIP, CLIP);
        }
        new MapWhitener(frames, SoundSpectra.BINS).whiten(evidence);
        double total = 0;
        for (int i = 0; i < evidence.length; i++) {
            around[i] = evidence[i] * evidence[i];
            total += around[i];
        }
        blur.blur(around, VARIANCE_FRAMES, VARIANCE_BINS);
        float floor = VARIANCE_FLOOR * (float) (total / evidence.length) + Float.MIN_NORMAL;
        float[] bands = new float[SoundRaster.BANDS];
        float[] change = new float[SoundRaster.BANDS];
        for (int frame = 0; frame < frames; frame++) {
            int row = frame * SoundSpectra.BINS;
            for (int band = 0; band < SoundRaster.BANDS; band++) {
                bands[band] = energy[row + centreBin(band)];
            }
            SoundMask.of(bands, change);
            for (int bin = 0; bin < SoundSpectra.BINS; bin++) {
                int band = Math.clamp((bin - centreBin(0) + 1) / SoundRaster.BINS_PER_BAND, 0, SoundRaster.BANDS - 1);
                float variance = around[row + bin] + floor;
                float limit = OUTLIER * (float) Math.sqrt(variance);
                evidence[row + bin] =
                        Math.clamp(evidence[row + bin], -limit, limit) / variance * (float) Math.sqrt(change[band]);
            }
        }
    }

    private SoundMap(int frames, float[] evidence) {
        this.frames = frames;
        this.evidence = evidence;
    }

    /** A map that says nothing. */
    static SoundMap empty(int frames) {
        return new SoundMap(frames, new float[frames * SoundSpectra.BINS]);
    }

    /** Adds another map from a frame on, beyond the end continued at the beginning. */
    void add(SoundMap other, int frame) {
        int offset = frame * SoundSpectra.BINS;
        for (int i = 0; i < other.evidence.length; i++) {
            evidence[(offset + i) % evidence.length] += other.evidence[i];
        }
    }

    /** The bin in the middle of a band, counted from {@link SoundSpectra#LOW_BIN}. */
    static int centreBin(int band) {
        return SoundRaster.FIRST_BIN + SoundRaster.BINS_PER_BAND * band + 1 - SoundSpectra.LOW_BIN;
    }

    private static float[] cellEnergies(SoundSpectra spectra, int frames) {
        float[] cells = new float[frames * SoundSpectra.BINS];
        float[] sum = new float[SoundSpectra.BINS];
        for (int frame = 0; frame < frames; frame++) {
            Arrays.fill(sum, 0);
            for (int i = Math.max(0, frame - CELL_FRAMES); i <= Math.min(frames - 1, frame + CELL_FRAMES); i++) {
                float[] bins = spectra.frame(i);
                for (int bin = 0; bin < bins.length; bin++) {
                    sum[bin] += bins[bin];
                }
            }
            int row = frame * SoundSpectra.BINS;
            for (int bin = 1; bin < sum.length - 1; bin++) {
                cells[row + bin] = sum[bin - 1] + sum[bin] + sum[bin + 1];
            }
            cells[row] = sum[0] + sum[1];
            cells[row + sum.length - 1] = sum[sum.length - 2] + sum[sum.length - 1];
        }
        return cells;
    }

    int frames() {
        return frames;
    }

    /** The evidence for a cell centred on a frame and bin of the map, between points a linear interpolation; 0 outside. */
    float at(double frame, double bin) {
        int k = (int) Math.floor(frame);
        int j = (int) Math.floor(bin);
        float x = (float) (frame - k);
        float y = (float) (bin - j);
        float low = (1 - x) * point(k, j) + x * point(k + 1, j);
        float high = (1 - x) * point(k, j + 1) + x * point(k + 1, j + 1);
        return (1 - y) * low + y * high;
    }

    private float point(int frame, int bin) {
        return frame < 0 || frame >= frames || bin < 0 || bin >= SoundSpectra.BINS
                ? 0
                : evidence[frame * SoundSpectra.BINS + bin];
    }

    /** All bins at a time between two frames. */
    void row(double frame, float[] row) {
        int k = (int) frame;
        float x = (float) (frame - k);
        int from = k * SoundSpectra.BINS;
        int next = Math.min(k + 1, frames - 1) * SoundSpectra.BINS;
        for (int bin = 0; bin < row.length; bin++) {
            row[bin] = (1 - x) * evidence[from + bin] + x * evidence[next + bin];
        }
    }
}
