package studio.selfsame.watermark;

/**
 * Takes the mark back where it would stand out from one channel: frames last 32 ms, so that what belongs to a sound also
 * falls into the hush before it. In every 4 ms the mark stays 12 dB below the sound.
 */
final class PreEcho {
    private static final int BLOCK = 64;
    private static final float MOST_SHARE = 1 / 16f;

    private final float[] heard = new float[BLOCK];
    private final float[] added = new float[BLOCK];
    private long block;
    private float lastGain;

    /**
     * Hands on as much of the addition as is decided.
     *
     * @param end place before which the addition is complete
     * @return place before which it has been handed on
     */
    long pass(SampleQueue sound, SampleQueue addition, long end, Resampler to) {
        for (; (block + 1) * BLOCK <= end; block++) {
            float gain = gain(sound, addition);
            long from = Math.max(0, middle(block - 1));
            int count = (int) (middle(block) - from);
            addition.copy(from, 1, added, count);
            for (int i = 0; i < count; i++) {
                float share = block == 0 ? 1 : (i + 1f) / BLOCK;
                added[i] *= lastGain + share * (gain - lastGain);
            }
            to.addFirst(added, count);
            lastGain = gain;
        }
        return Math.max(0, middle(block - 1));
    }

    private static long middle(long block) {
        return block * BLOCK + BLOCK / 2;
    }

    private float gain(SampleQueue sound, SampleQueue addition) {
        sound.copy(block * BLOCK, 1, heard, BLOCK);
        addition.copy(block * BLOCK, 1, added, BLOCK);
        float permitted = 0;
        float present = 0;
        for (int i = 0; i < BLOCK; i++) {
            permitted += MOST_SHARE * heard[i] * heard[i];
            present += added[i] * added[i];
        }
        return present > permitted ? (float) Math.sqrt(permitted / present) : 1;
    }
}
