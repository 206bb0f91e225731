package studio.selfsame.speech;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.DataStartSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import org.jspecify.annotations.Nullable;

/** Samples in memory as the source of sphinx4's front end: a start, blocks of 100 ms, an end. */
final class SphinxSound extends BaseDataProcessor {
    private static final int BLOCK = 1600;
    private static final double FULL_SCALE = 32_767;

    private final float[] mono;
    private int at = -1;

    SphinxSound(float[] mono) {
        this.mono = mono;
    }

    @Override
    public @Nullable Data getData() {
        int rate = PhoneRecognizer.SAMPLE_RATE_HZ;
        if (at < 0) {
            at = 0;
            return new DataStartSignal(rate);
        }
        if (at > mono.length) {
            return null;
        }
        if (at == mono.length) {
            at++;
            return new DataEndSignal(mono.length * 1000L / rate);
        }
        double[] block = new double[Math.min(BLOCK, mono.length - at)];
        for (int i = 0; i < block.length; i++) {
            block[i] = mono[at + i] * FULL_SCALE;
        }
        DoubleData data = new DoubleData(block, rate, at);
        at += block.length;
        return data;
    }
}
