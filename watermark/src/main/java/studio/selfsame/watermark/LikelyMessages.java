package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The several likeliest messages in soft symbols of the {@link ConvolutionalCode}, for a tag to choose from: forward as
 * Viterbi, noting what each second-best way into a state would lose, then backward best first (Soong and Huang, "A
 * tree-trellis based fast search", ICASSP 1991; Seshadri and Sundberg, "List Viterbi decoding", IEEE Trans. Comm. 42, 1994).
 */
final class LikelyMessages {
    private static final int STATES = 1 << ConvolutionalCode.MEMORY;

    private final int nBits;
    private final byte[][] lowBit;
    private final float[][] loss;

    /**
     * @param soft received symbols, positive for a one, any scale
     * @param nBits information bits in them
     */
    LikelyMessages(float[] soft, int nBits) {
        int steps = nBits + ConvolutionalCode.MEMORY;
        this.nBits = nBits;
        this.lowBit = new byte[steps][STATES];
        this.loss = new float[steps][STATES];
        float[] metric = new float[STATES];
        Arrays.fill(metric, Float.NEGATIVE_INFINITY);
        metric[0] = 0;
        for (int t = 0; t < steps; t++) {
            metric = step(metric, soft, t);
        }
    }

    private float[] step(float[] from, float[] soft, int t) {
        float[] to = new float[STATES];
        int end = t < nBits ? STATES : STATES / 2;
        Arrays.fill(to, end, STATES, Float.NEGATIVE_INFINITY);
        for (int state = 0; state < end; state++) {
            int even = state << 1;
            float viaEven = from[even & STATES - 1] + gain(soft, t, even);
            float viaOdd = from[even + 1 & STATES - 1] + gain(soft, t, even + 1);
            lowBit[t][state] = (byte) (viaOdd > viaEven ? 1 : 0);
            to[state] = Math.max(viaEven, viaOdd);
            float worse = Math.min(viaEven, viaOdd);
            loss[t][state] = worse == Float.NEGATIVE_INFINITY ? Float.POSITIVE_INFINITY : to[state] - worse;
        }
        return to;
    }

    private static float gain(float[] soft, int t, int register) {
        float gain = 0;
        for (int i = 0; i < ConvolutionalCode.RATE; i++) {
            float symbol = soft[ConvolutionalCode.RATE * t + i];
            gain += ConvolutionalCode.outputBit(register, i) ? symbol : -symbol;
        }
        return gain;
    }

    /** The likeliest messages, best first, at most {@code most}. */
    List<boolean[]> best(int most) {
        List<boolean[]> messages = new ArrayList<>();
        PriorityQueue<Way> open = new PriorityQueue<>(Comparator.comparingDouble(Way::loss));
        open.add(new Way(0, null, lowBit.length));
        while (messages.size() < most && !open.isEmpty()) {
            messages.add(follow(open.remove(), open));
        }
        return messages;
    }

    /** Goes a way from its end to its beginning; adds to {@code open} those that branch off before its own last branch. */
    private boolean[] follow(Way way, PriorityQueue<Way> open) {
        boolean[] bits = new boolean[nBits];
        boolean[] branches = new boolean[lowBit.length];
        for (Way at = way; at != null && at.parent() != null; at = at.parent()) {
            branches[at.step()] = true;
        }
        int state = 0;
        for (int t = lowBit.length - 1; t >= 0; t--) {
            if (t < nBits) {
                bits[t] = state >= STATES / 2;
            }
            double other = way.loss() + loss[t][state];
            if (t < way.step() && other < Double.POSITIVE_INFINITY) {
                open.add(new Way(other, way, t));
            }
            int low = lowBit[t][state] ^ (branches[t] ? 1 : 0);
            state = state << 1 & STATES - 1 | low;
        }
        return bits;
    }

    /** A way through the trellis: that of the parent from the end down to a step, there the other branch. */
    private record Way(double loss, @Nullable Way parent, int step) {}
}
