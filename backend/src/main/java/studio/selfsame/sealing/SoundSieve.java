package studio.selfsame.sealing;

import java.nio.ByteBuffer;
import studio.selfsame.watermark.SoundFingerprint;

/**
 * Tells in a few microseconds of nearly every sound that it is not the same as one that is looked for, at any shift in time. It
 * compares what {@link SoundFingerprint#compare} compares, but at some of the steps alone, and lets pass what agrees in these
 * well below what that asks for. Works on fingerprints as bytes of version 1: nine bytes of a header, then one word a step.
 */
final class SoundSieve {
    private static final int HEADER_BYTES = 9;
    private static final int BITS = 32;
    /** Steps that a comparison needs at least, as {@link SoundFingerprint} has it. */
    private static final int LEAST_STEPS = 60;
    /** Steps that are looked at of the least overlap: their agreement is off by .03 or so. */
    private static final int LOOKED_AT = 64;
    /** Of the same are at least .3, of others' by chance .2 and less; a few of those do no harm. */
    private static final double LEAST_AGREEMENT = 0.18;

    private final int[] heard;

    SoundSieve(SoundFingerprint heard) {
        this.heard = words(heard.bytes());
    }

    /** False only for what does not sound the same. */
    boolean passes(byte[] print) {
        int[] kept = words(print);
        int shorter = Math.min(kept.length, heard.length);
        if (shorter < LEAST_STEPS) {
            return false;
        }
        int least = Math.max(LEAST_STEPS, shorter / 2);
        int stride = Math.max(1, least / LOOKED_AT);
        Steps some = Steps.of(heard, 0, stride);
        for (int phase = 0; phase < stride; phase++) {
            if (Steps.of(kept, phase, stride).agrees(some, least / stride)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Some steps, two to a number, so that they are compared at once.
     *
     * @param even the steps of an even number and those after them; those beyond both ends are silent
     * @param odd the steps of an odd number and those after them, the one before the first among them
     * @param sounding how many are not silent before each
     */
    private record Steps(int count, Pairs even, Pairs odd, int[] sounding) {
        static Steps of(int[] words, int phase, int stride) {
            int[] some = new int[Math.ceilDiv(Math.max(0, words.length - phase), stride)];
            int[] sounding = new int[some.length + 1];
            for (int i = 0; i < some.length; i++) {
                some[i] = words[phase + i * stride];
                sounding[i + 1] = sounding[i] + (some[i] == 0 ? 0 : 1);
            }
            return new Steps(some.length, Pairs.of(some, 0), Pairs.of(some, -1), sounding);
        }

        /** Whether they agree anywhere where at least so many of them overlap. */
        boolean agrees(Steps other, int least) {
            for (int shift = least - other.count; shift <= count - least; shift++) {
                int from = Math.max(0, shift);
                int to = Math.min(count, shift + other.count);
                double energies = (double) (sounding[to] - sounding[from])
                        * (other.sounding[to - shift] - other.sounding[from - shift]);
                Pairs others = shift % 2 == 0 ? other.even : other.odd;
                if (energies > 0
                        && even.product(others, Math.floorDiv(shift, 2))
                                >= LEAST_AGREEMENT * BITS * Math.sqrt(energies)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** @param sounding all ones where a step is not silent */
    private record Pairs(long[] words, long[] sounding) {
        static Pairs of(int[] steps, int first) {
            int pairs = Math.ceilDiv(steps.length - first, 2);
            Pairs all = new Pairs(new long[pairs], new long[pairs]);
            for (int i = 0; i < steps.length; i++) {
                int at = (i - first) / 2;
                int bits = (i - first) % 2 * BITS;
                all.words[at] |= (steps[i] & 0xffff_ffffL) << bits;
                all.sounding[at] |= (steps[i] == 0 ? 0 : 0xffff_ffffL) << bits;
            }
            return all;
        }

        /** Of the two as vectors of ones and minus ones, the other beginning so many pairs in; what is silent is nought. */
        int product(Pairs other, int shift) {
            int from = Math.max(0, shift);
            int to = Math.min(words.length, shift + other.words.length);
            int wrong = 0;
            int both = 0;
            for (int i = from; i < to; i++) {
                long heard = sounding[i] & other.sounding[i - shift];
                wrong += Long.bitCount((words[i] ^ other.words[i - shift]) & heard);
                both += Long.bitCount(heard);
            }
            return both - 2 * wrong;
        }
    }

    private static int[] words(byte[] print) {
        int[] words = new int[(print.length - HEADER_BYTES) / Integer.BYTES];
        ByteBuffer.wrap(print, HEADER_BYTES, words.length * Integer.BYTES)
                .asIntBuffer()
                .get(words);
        return words;
    }
}
