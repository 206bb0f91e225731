package studio.selfsame.watermark;

import java.util.Arrays;

/**
 * The forward half of Viterbi's algorithm (IEEE Trans. IT 13, 1967) for the {@link ConvolutionalCode}: for every step and
 * state, which of the two ways into it is the better one and by how much.
 *
 * <p>All generators have both ends of the register set, so that the two ways into a state differ in all their output bits,
 * as do a state and the one half a register away; a whole step is arithmetic on arrays without a branch.
 */
final class Trellis {
    private static final int STATES = 1 << ConvolutionalCode.MEMORY;
    private static final int HALF = STATES / 2;
    /** Metric of what cannot be: far below any other, yet finite. */
    private static final float NEVER = -1e30f;
    /** For each output bit and each state of the lower half, the symbol of the way out of twice that state. */
    private static final float[][] SIGNS = new float[ConvolutionalCode.RATE][HALF];

    static {
        for (int i = 0; i < ConvolutionalCode.RATE; i++) {
            for (int state = 0; state < HALF; state++) {
                SIGNS[i][state] = ConvolutionalCode.outputBit(2 * state, i) ? 1 : -1;
            }
        }
    }

    private final float[][] margin;
    private final float[] even = new float[HALF];
    private final float[] odd = new float[HALF];
    private final float[] low = new float[HALF];
    private final float[] high = new float[HALF];

    /**
     * @param soft received symbols, positive for a one, any scale
     * @param nBits information bits in them
     */
    Trellis(float[] soft, int nBits) {
        int steps = nBits + ConvolutionalCode.MEMORY;
        this.margin = new float[steps][STATES];
        Arrays.fill(even, NEVER);
        Arrays.fill(odd, NEVER);
        even[0] = 0;
        for (int t = 0; t < steps; t++) {
            int at = ConvolutionalCode.RATE * t;
            step(soft[at], soft[at + 1], soft[at + 2], margin[t]);
            if (t >= nBits) {
                Arrays.fill(high, NEVER);
            }
            for (int i = 0; i < HALF / 2; i++) {
                even[i] = low[2 * i];
                odd[i] = low[2 * i + 1];
                even[HALF / 2 + i] = high[2 * i];
                odd[HALF / 2 + i] = high[2 * i + 1];
            }
        }
    }

    private void step(float x, float y, float z, float[] margins) {
        float[] first = SIGNS[0];
        float[] second = SIGNS[1];
        float[] third = SIGNS[2];
        for (int i = 0; i < HALF; i++) {
            float gain = x * first[i] + y * second[i] + z * third[i];
            float viaEven = even[i] + gain;
            float viaOdd = odd[i] - gain;
            low[i] = Math.max(viaEven, viaOdd);
            margins[i] = viaEven - viaOdd;
        }
        for (int i = 0; i < HALF; i++) {
            float gain = x * first[i] + y * second[i] + z * third[i];
            float viaEven = even[i] - gain;
            float viaOdd = odd[i] + gain;
            high[i] = Math.max(viaEven, viaOdd);
            margins[HALF + i] = viaEven - viaOdd;
        }
    }

    int steps() {
        return margin.length;
    }

    /** The lowest register bit of the better way into a state. */
    int lowBit(int step, int state) {
        return margin[step][state] < 0 ? 1 : 0;
    }

    /** What the worse way into a state loses; infinite where it leads from nowhere. */
    double loss(int step, int state) {
        float loss = Math.abs(margin[step][state]);
        return loss > -NEVER / 2 ? Double.POSITIVE_INFINITY : loss;
    }

    /** The register's newest bit before a step, given the state after it. */
    static boolean newestBit(int state) {
        return state >= HALF;
    }

    /** The state before a step, given the one after it and its lowest register bit. */
    static int before(int state, int lowBit) {
        return state << 1 & STATES - 1 | lowBit;
    }
}
