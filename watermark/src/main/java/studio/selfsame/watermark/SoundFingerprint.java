package studio.selfsame.watermark;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a sound track sounds like, in 125 bytes per second: enough to tell a copy of it from other sound, even of the same
 * voice, and too little to be heard. Not a secret, not a proof of its own.
 */
public final class SoundFingerprint {
    /** The word of a step in which there is nothing to hear. */
    static final int SILENT = 0;

    private static final int LETTERS = 0x53534653;
    private static final int LEAST_STEPS = 60;
    /** A bit error rate of .35, as Haitsma and Kalker have it. */
    private static final double SAME = 0.3;
    /** Share of steps with sound in them, below which too little is to be heard. */
    private static final double LEAST_HEARD = 0.2;

    private final int[] words;

    private SoundFingerprint(int[] words) {
        this.words = words;
    }

    static SoundFingerprint of(int[] words) {
        return new SoundFingerprint(words);
    }

    /**
     * Reads what {@link #bytes()} gave.
     *
     * @throws IllegalArgumentException if these bytes are nothing of the kind, or of another version
     */
    public static SoundFingerprint ofBytes(byte[] bytes) {
        int steps = PrintBytes.steps(bytes, LETTERS, SoundFingerprinter.MOST_STEPS);
        PrintBytes.length(bytes, (long) Integer.BYTES * steps);
        int[] words = new int[steps];
        ByteBuffer.wrap(bytes, PrintBytes.HEADER, bytes.length - PrintBytes.HEADER)
                .asIntBuffer()
                .get(words);
        return new SoundFingerprint(words);
    }

    /** The fingerprint as bytes to keep, version 1; equal for equal samples. */
    public byte[] bytes() {
        ByteBuffer buffer = PrintBytes.begin(LETTERS, words.length, Integer.BYTES * words.length);
        buffer.asIntBuffer().put(words);
        return buffer.array();
    }

    /**
     * Whether the other sound was made from this one: re-encoded, resampled, made louder or softer, buried in some noise, or
     * cut. A change of pitch is not sought.
     *
     * @param other of the sound in question
     */
    public Likeness compare(SoundFingerprint other) {
        return compare(other, Speed.UNCHANGED);
    }

    /**
     * The same for a sound whose tempo was changed, its pitch kept.
     *
     * @param other of the sound in question
     * @param tempo of the other relative to this one, ½..2, as {@link Alteration.OfSound#tempo()} tells it
     * @throws IllegalArgumentException if the tempo is outside these bounds
     */
    public Likeness compare(SoundFingerprint other, double tempo) {
        float[][] otherSigns = Speed.undo(tempo, other.signs());
        int shorter = Math.min(words.length, otherSigns.length);
        if (shorter < LEAST_STEPS) {
            return new Likeness.Unclear("There is too little sound to compare: at least two seconds are needed");
        }
        int least = Math.max(LEAST_STEPS, shorter / 2);
        Alignment.Place place = new Alignment(otherSigns, words.length).find(signs(), least);
        double agreement = Math.clamp(place.agreement(), 0.0, 1.0);
        if (place.energy() < LEAST_HEARD * SpectralBits.BITS) {
            return new Likeness.Unclear("There is too little to be heard to compare the sounds");
        }
        return agreement >= SAME
                ? new Likeness.Same(agreement, Math.round(place.shift() * SoundFingerprinter.STEP_US))
                : new Likeness.Different(agreement);
    }

    private float[][] signs() {
        float[][] signs = new float[words.length][SpectralBits.BITS];
        for (int i = 0; i < words.length; i++) {
            for (int bit = 0; bit < SpectralBits.BITS; bit++) {
                signs[i][bit] = words[i] == SILENT ? 0 : (words[i] >> bit & 1) == 0 ? -1 : 1;
            }
        }
        return signs;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof SoundFingerprint print && Arrays.equals(words, print.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
