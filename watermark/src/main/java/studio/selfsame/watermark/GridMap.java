package studio.selfsame.watermark;

/** A map over the cells of a {@link GridSampler}, brought to a common strength and written as four bits per cell. */
final class GridMap {
    static final int BYTES = GridSampler.CELLS / 2;
    private static final int MOST = 7;
    private static final int ZERO = 8;
    private static final double PER_LEVEL = 0.35;

    private GridMap() {}

    /**
     * Writes {@link #BYTES} bytes.
     *
     * @param values one per cell; their mean square is brought near 1, or less where it is not far above {@code floor}
     */
    static void write(float[] values, double floor, byte[] to, int at) {
        double power = 0;
        for (float value : values) {
            power += value * value;
        }
        double scale = 1 / (PER_LEVEL * Math.sqrt(power / values.length + floor));
        for (int i = 0; i < BYTES; i++) {
            to[at + i] = (byte) (level(values[2 * i] * scale) << 4 | level(values[2 * i + 1] * scale));
        }
    }

    private static int level(double value) {
        return ZERO + (int) Math.clamp(Math.round(value), -MOST, MOST);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if a cell holds what is never written
     */
    static float[] read(byte[] from, int at) {
        float[] values = new float[GridSampler.CELLS];
        for (int i = 0; i < BYTES; i++) {
            values[2 * i] = value(from[at + i] >> 4 & 0xf);
            values[2 * i + 1] = value(from[at + i] & 0xf);
        }
        return values;
    }

    private static float value(int nibble) {
        if (nibble == 0) {
            throw new IllegalArgumentException("The fingerprint holds a cell that no fingerprint has");
        }
        return (float) (PER_LEVEL * (nibble - ZERO));
    }
}
