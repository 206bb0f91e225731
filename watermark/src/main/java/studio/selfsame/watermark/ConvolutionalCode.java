package studio.selfsame.watermark;

import java.util.Arrays;

/**
 * The rate-1/3 convolutional code of constraint length 9 with the generators 557, 663 and 711 (octal) of 3GPP TS 25.212,
 * 4.2.3.1, closed with eight zero bits, and its maximum-likelihood decoder (Viterbi, IEEE Trans. IT 13, 1967).
 */
final class ConvolutionalCode {
    static final int RATE = 3;
    static final int MEMORY = 8;
    private static final int STATES = 1 << MEMORY;
    private static final int[] GENERATORS = {0557, 0663, 0711};

    /** Output bits of the transition whose shift register (newest bit highest) is the index, first bit lowest. */
    private static final byte[] OUTPUT = new byte[2 * STATES];

    static {
        for (int register = 0; register < 2 * STATES; register++) {
            int bits = 0;
            for (int i = 0; i < RATE; i++) {
                bits |= (Integer.bitCount(register & GENERATORS[i]) & 1) << i;
            }
            OUTPUT[register] = (byte) bits;
        }
    }

    private ConvolutionalCode() {}

    /** Output bit {@code i} of the transition with the given shift register, newest bit highest. */
    static boolean outputBit(int register, int i) {
        return (OUTPUT[register] >> i & 1) == 1;
    }

    /** Coded length of {@code nBits} information bits. */
    static int codedBits(int nBits) {
        return RATE * (nBits + MEMORY);
    }

    /** Codes the bits as antipodal symbols: −1 for a zero, +1 for a one. */
    static byte[] encode(boolean[] bits) {
        byte[] symbols = new byte[codedBits(bits.length)];
        int state = 0;
        for (int t = 0; t < bits.length + MEMORY; t++) {
            int register = state | (t < bits.length && bits[t] ? STATES : 0);
            for (int i = 0; i < RATE; i++) {
                symbols[RATE * t + i] = (byte) (2 * (OUTPUT[register] >> i & 1) - 1);
            }
            state = register >> 1;
        }
        return symbols;
    }

    /**
     * The bits whose code word correlates best with what was received.
     *
     * @param soft received symbols, positive for a one, any scale; {@link #codedBits} of them
     * @param nBits information bits wanted
     */
    static boolean[] decode(float[] soft, int nBits) {
        int steps = nBits + MEMORY;
        float[] metric = new float[STATES];
        float[] next = new float[STATES];
        Arrays.fill(metric, Float.NEGATIVE_INFINITY);
        metric[0] = 0;
        byte[][] lowBit = new byte[steps][STATES];
        float[] gain = new float[1 << RATE];
        for (int t = 0; t < steps; t++) {
            for (int word = 0; word < gain.length; word++) {
                gain[word] = 0;
                for (int i = 0; i < RATE; i++) {
                    gain[word] += (word >> i & 1) == 1 ? soft[RATE * t + i] : -soft[RATE * t + i];
                }
            }
            step(metric, next, gain, lowBit[t], t < nBits);
            float[] swap = metric;
            metric = next;
            next = swap;
        }
        return traceBack(lowBit, nBits);
    }

    /** One trellis step; remembers for every state the lowest register bit of the better way into it. */
    private static void step(float[] from, float[] to, float[] gain, byte[] lowBit, boolean informationBit) {
        for (int state = 0; state < STATES; state++) {
            if (!informationBit && state >= STATES / 2) {
                to[state] = Float.NEGATIVE_INFINITY;
                continue;
            }
            int even = state << 1;
            float viaEven = from[even & STATES - 1] + gain[OUTPUT[even]];
            float viaOdd = from[even + 1 & STATES - 1] + gain[OUTPUT[even + 1]];
            lowBit[state] = (byte) (viaOdd > viaEven ? 1 : 0);
            to[state] = Math.max(viaEven, viaOdd);
        }
    }

    private static boolean[] traceBack(byte[][] lowBit, int nBits) {
        boolean[] bits = new boolean[nBits];
        int state = 0;
        for (int t = lowBit.length - 1; t >= 0; t--) {
            if (t < nBits) {
                bits[t] = state >= STATES / 2;
            }
            state = state << 1 & STATES - 1 | lowBit[t][state];
        }
        return bits;
    }
}
