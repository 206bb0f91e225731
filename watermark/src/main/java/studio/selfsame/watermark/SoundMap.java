package studio.selfsame.watermark;

import java.util.Arrays;

/**
 * What a stretch of sound says for and against a mark: for every frame and bin how much a cell centred there is louder or
 * quieter than its neighbours explain, weighted by how reliable that is and how strong a mark would be there.
 * All of this is done on a raster finer than the cells, so that each guess of tempo, pitch and start is only another choice
 * of points in the map.
 */
final class SoundMap {
    /** Frames before and after its middle that a cell is summed over. */
    private static final int CELL_FRAMES = 2;
    /** Which share of the frames has less energy than what is taken for steady noise: one in so many. */
    private static final int FLOOR_SHARE = 5;
    /** Frames between those that the steady noise is estimated from. */
    private static final int FLOOR_STEP = 4;
    /** Least weight of what does not stand out from steady noise. */
    private static final float LEAST_ABOVE = 0.3f;
    /** Most energy of the evidence in a column relative to what is typical. */
    private static final double MOST_ENERGY = 1.2;
    /** Bands beyond the marked ones that these are compared with. */
    private static final int BESIDE = 2;

    /** Bins of the first column and between columns. */
    private final int firstBin;

    private final int step;
    private final int columns;
    private final int frames;
    private final float[] evidence;

    /** All bins: any tempo and any pitch can be read from it. */
    static SoundMap fine(SoundSpectra spectra, int begin, int end) {
        return new SoundMap(0, 1, SoundSpectra.BINS, end - begin).filled(spectra, begin);
    }

    /** Only the middles of the bands and of two neighbours on either side: for sound at the pitch it was marked at. */
    static SoundMap ofBands(SoundSpectra spectra, int begin, int end) {
        return emptyOfBands(end - begin).filled(spectra, begin);
    }

    /** A map of bands that says nothing. */
    static SoundMap emptyOfBands(int frames) {
        return new SoundMap(centreBin(-BESIDE), SoundRaster.BINS_PER_BAND, SoundRaster.BANDS + 2 * BESIDE, frames);
    }

    private SoundMap(int firstBin, int step, int columns, int frames) {
        this.firstBin = firstBin;
        this.step = step;
        this.columns = columns;
        this.frames = frames;
        this.evidence = new float[frames * columns];
    }

    private SoundMap filled(SoundSpectra spectra, int begin) {
        fillEnergies(spectra, begin);
        float[] energy = evidence.clone();
        new CellEvidence(frames, columns, SoundSpectra.PER_SLOT, SoundRaster.BINS_PER_BAND / step).of(evidence);
        float[] floor = floor(energy);
        float[] bands = new float[SoundRaster.BANDS];
        float[] change = new float[SoundRaster.BANDS];
        for (int frame = 0; frame < frames; frame++) {
            int row = frame * columns;
            for (int band = 0; band < SoundRaster.BANDS; band++) {
                bands[band] = energy[row + (centreBin(band) - firstBin) / step];
            }
            SoundMask.of(bands, change);
            for (int band = 0; band < SoundRaster.BANDS; band++) {
                change[band] = (float) Math.sqrt(change[band]);
            }
            for (int column = 0; column < columns; column++) {
                int band = (firstBin + column * step - centreBin(0) + 1) / SoundRaster.BINS_PER_BAND;
                evidence[row + column] *= change[Math.clamp(band, 0, SoundRaster.BANDS - 1)]
                        * Math.max(LEAST_ABOVE, 1 - floor[column] / (energy[row + column] + Float.MIN_NORMAL));
            }
        }
        moderate();
        return this;
    }

    /**
     * Lessens the columns that say much more than most: where a filter has left next to nothing, what codes it differs by no
     * more than its own steps and looks more reliable than it is.
     */
    private void moderate() {
        double[] energy = new double[columns];
        for (int i = 0; i < evidence.length; i++) {
            energy[i % columns] += evidence[i] * evidence[i];
        }
        double sum = 0;
        double squares = 0;
        for (double e : energy) {
            sum += e;
            squares += e * e;
        }
        double typical = squares / (sum + Float.MIN_NORMAL);
        float[] shares = new float[columns];
        for (int column = 0; column < columns; column++) {
            shares[column] = (float) Math.min(1, MOST_ENERGY * typical / (energy[column] + Float.MIN_NORMAL));
        }
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] *= shares[i % columns];
        }
    }

    /** What is nearly always there in each column: noise, if the sound has pauses. */
    private float[] floor(float[] energy) {
        float[] floor = new float[columns];
        float[] sorted = new float[(frames + FLOOR_STEP - 1) / FLOOR_STEP];
        for (int column = 0; column < columns; column++) {
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = energy[i * FLOOR_STEP * columns + column];
            }
            Arrays.sort(sorted);
            floor[column] = sorted[sorted.length / FLOOR_SHARE];
        }
        return floor;
    }

    /** Adds another map of the same bins from a frame on, beyond the end continued at the beginning. */
    void add(SoundMap other, int frame) {
        int offset = frame * columns;
        for (int i = 0; i < other.evidence.length; i++) {
            evidence[(offset + i) % evidence.length] += other.evidence[i];
        }
    }

    /** The bin in the middle of a band, counted from {@link SoundSpectra#LOW_BIN}. */
    static int centreBin(int band) {
        return SoundRaster.FIRST_BIN + SoundRaster.BINS_PER_BAND * band + 1 - SoundSpectra.LOW_BIN;
    }

    private void fillEnergies(SoundSpectra spectra, int begin) {
        float[] sum = new float[SoundSpectra.BINS + 2];
        for (int frame = 0; frame < frames; frame++) {
            Arrays.fill(sum, 0);
            for (int i = Math.max(0, frame - CELL_FRAMES); i <= Math.min(frames - 1, frame + CELL_FRAMES); i++) {
                float[] bins = spectra.frame(begin + i);
                for (int bin = 0; bin < bins.length; bin++) {
                    sum[bin + 1] += bins[bin];
                }
            }
            for (int column = 0; column < columns; column++) {
                int bin = firstBin + column * step;
                evidence[frame * columns + column] = sum[bin] + sum[bin + 1] + sum[bin + 2];
            }
        }
    }

    int frames() {
        return frames;
    }

    int columns() {
        return columns;
    }

    /** The column of a bin, which may lie between two or beyond all of them. */
    double column(double bin) {
        return (bin - firstBin) / step;
    }

    /** The evidence for a cell centred on a frame and column, between points a linear interpolation; 0 outside. */
    float at(double frame, double column) {
        int k = (int) Math.floor(frame);
        int j = (int) Math.floor(column);
        float x = (float) (frame - k);
        float y = (float) (column - j);
        float low = (1 - x) * point(k, j) + x * point(k + 1, j);
        if (y == 0) {
            return low;
        }
        float high = (1 - x) * point(k, j + 1) + x * point(k + 1, j + 1);
        return (1 - y) * low + y * high;
    }

    private float point(int frame, int column) {
        return frame < 0 || frame >= frames || column < 0 || column >= columns ? 0 : evidence[frame * columns + column];
    }

    /** All columns at a time between two frames. */
    void row(double frame, float[] row) {
        int k = (int) frame;
        float x = (float) (frame - k);
        int from = k * columns;
        int next = Math.min(k + 1, frames - 1) * columns;
        for (int column = 0; column < columns; column++) {
            row[column] = (1 - x) * evidence[from + column] + x * evidence[next + column];
        }
    }
}
