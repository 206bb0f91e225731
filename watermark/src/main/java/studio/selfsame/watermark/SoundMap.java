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
    /** Frames before and after its middle that a cell is summed over. */
    private static final int CELL_FRAMES = 2;

    private final int frames;
    private final float[] evidence;

    SoundMap(SoundSpectra spectra, int frames) {
        this.frames = frames;
        float[] energy = cellEnergies(spectra, frames);
        this.evidence = energy.clone();
        new CellEvidence(frames, SoundSpectra.BINS, SoundSpectra.PER_SLOT, SoundRaster.BINS_PER_BAND).of(evidence);
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
                evidence[row + bin] *= (float) Math.sqrt(change[band]);
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
