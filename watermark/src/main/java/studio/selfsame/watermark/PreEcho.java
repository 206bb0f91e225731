package studio.selfsame.watermark;

/**
 * Takes the mark back where it would stand out from one channel: frames last 32 ms, so that what belongs to a sound also
 * falls into the hush before it. In every 4 ms the mark stays 12 dB below the sound.
 */
final class PreEcho {
    private static final int BLOCK = 64;
    private static final float MOST_SHARE = 1 / 16f;

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
            for (long place = from; place < middle(block); place++) {
                float share = block == 0 ? 1 : (float) (place - from + 1) / BLOCK;
                to.add((lastGain + share * (gain - lastGain)) * addition.at(place));
            }
            lastGain = gain;
        }
        return Math.max(0, middle(block - 1));
    }

    private static long middle(long block) {
        return block * BLOCK + BLOCK / 2;
    }

    private float gain(SampleQueue sound, SampleQueue addition) {
        float permitted = 0;
        float added = 0;
        for (long place = block * BLOCK; place < (block + 1) * BLOCK; place++) {
            permitted += MOST_SHARE * sound.at(place) * sound.at(place);
            added += addition.at(place) * addition.at(place);
        }
        return added > permitted ? (float) Math.sqrt(permitted / added) : 1;
    }
}
