package studio.selfsame.watermark;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A payload as coded symbols and back: 64 bits of payload and a keyed 40-bit tag over them, convolutionally coded.
 *
 * <p>Material without the mark passes the tag by chance once in 2⁴⁰ tries; {@link TagBudget} bounds the tries.
 */
final class PayloadCode {
    static final int TAG_BITS = 40;
    private static final int BITS = Long.SIZE + TAG_BITS;
    static final int SYMBOLS = ConvolutionalCode.codedBits(BITS);

    private final byte[] tagKey;
    private long hypotheses;

    /** @param layer which of the marks this is, so that the tag of one says nothing about another */
    PayloadCode(WatermarkKey key, String layer) {
        this.tagKey = key.derive(layer + "/tag");
    }

    /** The {@link #SYMBOLS} symbols −1 and +1 of a payload. */
    byte[] encode(Payload payload) {
        return symbols(payload, tag(payload));
    }

    /** The symbols of a message that was read, genuine or not. */
    static byte[] symbols(Reading reading) {
        return symbols(reading.payload(), reading.tag());
    }

    private static byte[] symbols(Payload payload, long tag) {
        boolean[] bits = new boolean[BITS];
        for (int i = 0; i < BITS; i++) {
            bits[i] = i < Long.SIZE ? bit(payload.id(), i) : bit(tag, i - Long.SIZE);
        }
        return ConvolutionalCode.encode(bits);
    }

    /** The likeliest message in {@link #SYMBOLS} soft symbols, genuine or not. */
    Reading decode(float[] soft) {
        hypotheses++;
        return reading(ConvolutionalCode.decode(soft, BITS), soft);
    }

    /**
     * The likeliest messages in {@link #SYMBOLS} soft symbols, best first, at most {@code most}. Meant for what stood out
     * when its likeliest message was {@link #decode(float[]) decoded alone}, so that one is not counted again.
     */
    List<Reading> decode(float[] soft, int most) {
        List<Reading> readings = new LikelyMessages(soft, BITS)
                .best(most).stream().map(bits -> reading(bits, soft)).toList();
        hypotheses += readings.size() - 1;
        return readings;
    }

    /** How many messages have been decoded. */
    long hypotheses() {
        return hypotheses;
    }

    private static Reading reading(boolean[] bits, float[] soft) {
        long id = 0;
        long tag = 0;
        for (int i = 0; i < BITS; i++) {
            if (bits[i] && i < Long.SIZE) {
                id |= 1L << i;
            } else if (bits[i]) {
                tag |= 1L << i - Long.SIZE;
            }
        }
        return new Reading(new Payload(id), tag, correlation(ConvolutionalCode.encode(bits), soft));
    }

    /** Whether the reading was made with this key. */
    boolean genuine(Reading reading) {
        return reading.tag() == tag(reading.payload());
    }

    private long tag(Payload payload) {
        byte[] mac = WatermarkKey.hmac(tagKey)
                .doFinal(ByteBuffer.allocate(Long.BYTES).putLong(payload.id()).array());
        return ByteBuffer.wrap(mac).getLong() >>> Long.SIZE - TAG_BITS;
    }

    private static boolean bit(long word, int at) {
        return (word >>> at & 1) == 1;
    }

    private static double correlation(byte[] symbols, float[] soft) {
        double along = 0;
        double energy = 0;
        for (int i = 0; i < symbols.length; i++) {
            along += symbols[i] * (double) soft[i];
            energy += (double) soft[i] * soft[i];
        }
        return energy == 0 ? 0 : along / Math.sqrt(energy * symbols.length);
    }

    /**
     * What the decoder made of soft symbols.
     *
     * @param correlation with the code word of this reading, 0..1; about 0.6 in pure noise
     */
    record Reading(Payload payload, long tag, double correlation) {}
}
