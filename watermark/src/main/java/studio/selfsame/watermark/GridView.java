package studio.selfsame.watermark;

/** A way in which a picture may have been seen before it got its fingerprint: its middle enlarged, left and right exchanged. */
final class GridView {
    private static final int SIDE = GridSampler.SIDE;

    private final float[][] rows;
    private final float[][] columns;

    /**
     * @param part of each side that is left after a crop around the centre, 1 for all
     * @param mirrored left and right exchanged
     */
    GridView(double part, boolean mirrored) {
        this.rows = weights(part, false);
        this.columns = weights(part, mirrored);
    }

    private static float[][] weights(double part, boolean mirrored) {
        float[][] weights = new float[SIDE][SIDE];
        for (int to = 0; to < SIDE; to++) {
            double place = (to + 0.5 - SIDE / 2.0) * part + SIDE / 2.0 - 0.5;
            int below = (int) Math.floor(place);
            double share = place - below;
            int row = mirrored ? SIDE - 1 - to : to;
            weights[row][Math.clamp(below, 0, SIDE - 1)] += (float) (1 - share);
            weights[row][Math.clamp(below + 1, 0, SIDE - 1)] += (float) share;
        }
        return weights;
    }

    /** What a map becomes. */
    float[] of(float[] map) {
        float[] across = new float[map.length];
        float[] out = new float[map.length];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                for (int i = 0; i < SIDE; i++) {
                    across[row * SIDE + column] += columns[column][i] * map[row * SIDE + i];
                }
            }
        }
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                for (int i = 0; i < SIDE; i++) {
                    out[row * SIDE + column] += rows[row][i] * across[i * SIDE + column];
                }
            }
        }
        return out;
    }

    /** What every map of a series becomes. */
    float[][] of(float[][] maps) {
        float[][] seen = new float[maps.length][];
        for (int i = 0; i < maps.length; i++) {
            seen[i] = of(maps[i]);
        }
        return seen;
    }
}
