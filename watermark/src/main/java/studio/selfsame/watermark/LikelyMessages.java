package studio.selfsame.watermark;

import java.util.ArrayList;
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
    private final int nBits;
    private final Trellis trellis;

    /**
     * @param soft received symbols, positive for a one, any scale
     * @param nBits information bits in them
     */
    LikelyMessages(float[] soft, int nBits) {
        this.nBits = nBits;
        this.trellis = new Trellis(soft, nBits);
    }

    /** The likeliest messages, best first, at most {@code most}. */
    List<boolean[]> best(int most) {
        List<boolean[]> messages = new ArrayList<>();
        PriorityQueue<Way> open = new PriorityQueue<>(Comparator.comparingDouble(Way::loss));
        open.add(new Way(0, null, trellis.steps()));
        while (messages.size() < most && !open.isEmpty()) {
            messages.add(follow(open.remove(), open));
        }
        return messages;
    }

    /** Goes a way from its end to its beginning; adds to {@code open} those that branch off before its own last branch. */
    private boolean[] follow(Way way, PriorityQueue<Way> open) {
        boolean[] bits = new boolean[nBits];
        boolean[] branches = new boolean[trellis.steps()];
        for (Way at = way; at != null && at.parent() != null; at = at.parent()) {
            branches[at.step()] = true;
        }
        int state = 0;
        for (int t = trellis.steps() - 1; t >= 0; t--) {
            if (t < nBits) {
                bits[t] = Trellis.newestBit(state);
            }
            double other = way.loss() + trellis.loss(t, state);
            if (t < way.step() && other < Double.POSITIVE_INFINITY) {
                open.add(new Way(other, way, t));
            }
            state = Trellis.before(state, trellis.lowBit(t, state) ^ (branches[t] ? 1 : 0));
        }
        return bits;
    }

    /** A way through the trellis: that of the parent from the end down to a step, there the other branch. */
    private record Way(double loss, @Nullable Way parent, int step) {}
}
