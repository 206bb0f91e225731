package studio.selfsame.watermark;

import java.util.Arrays;

/**
 * What a video looks like in motion, in 170 bytes per second: enough to tell a copy of it from other content, even of the
 * same person before the same backdrop, and too little to show anything. Not a secret, not a proof of its own.
 *
 * <p>After the ordinal and differential signatures of block means (Oostveen, Kalker and Haitsma, "Feature extraction and a
 * database strategy for video fingerprinting", VISUAL 2002), with graded levels in place of signs.
 */
public final class PictureFingerprint {
    private static final int LETTERS = 0x53534650;
    private static final int MOST_MOTIONS = (int) (PictureFingerprinter.MOST_US / PictureFingerprinter.SLOT_US);

    private final byte[] motions;
    private final byte[] scenes;

    private PictureFingerprint(byte[] motions, byte[] scenes) {
        this.motions = motions;
        this.scenes = scenes;
    }

    static PictureFingerprint of(byte[] motions, byte[] scenes) {
        return new PictureFingerprint(motions, scenes);
    }

    /**
     * Reads what {@link #bytes()} gave.
     *
     * @throws IllegalArgumentException if these bytes are nothing of the kind, or of another version
     */
    public static PictureFingerprint ofBytes(byte[] bytes) {
        int steps = PrintBytes.steps(bytes, LETTERS, MOST_MOTIONS);
        int between = PrintBytes.HEADER + steps * GridMap.BYTES;
        PrintBytes.length(bytes, (long) GridMap.BYTES * (steps + steps / PictureFingerprinter.MOTIONS_PER_SCENE));
        PictureFingerprint print = new PictureFingerprint(
                Arrays.copyOfRange(bytes, PrintBytes.HEADER, between),
                Arrays.copyOfRange(bytes, between, bytes.length));
        print.motion();
        print.scene();
        return print;
    }

    /** The fingerprint as bytes to keep, version 1; equal for equal frames at equal times. */
    public byte[] bytes() {
        return PrintBytes.begin(LETTERS, motions.length / GridMap.BYTES, motions.length + scenes.length)
                .put(motions)
                .put(scenes)
                .array();
    }

    /**
     * Whether the other video was made from this one: re-encoded, made smaller, mirrored, cropped around its centre, or cut.
     *
     * @param other of the video in question
     */
    public Likeness compare(PictureFingerprint other) {
        return compare(other, Speed.UNCHANGED);
    }

    /**
     * The same for a video whose speed was changed.
     *
     * @param other of the video in question
     * @param speed of the other relative to this one, ½..2, as {@link Alteration.OfPicture#speed()} tells it
     * @throws IllegalArgumentException if the speed is outside these bounds
     */
    public Likeness compare(PictureFingerprint other, double speed) {
        return PictureComparison.of(this, other, speed);
    }

    float[][] motion() {
        return maps(motions);
    }

    float[][] scene() {
        return maps(scenes);
    }

    private static float[][] maps(byte[] bytes) {
        float[][] maps = new float[bytes.length / GridMap.BYTES][];
        for (int i = 0; i < maps.length; i++) {
            maps[i] = GridMap.read(bytes, i * GridMap.BYTES);
        }
        return maps;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof PictureFingerprint print
                && Arrays.equals(motions, print.motions)
                && Arrays.equals(scenes, print.scenes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(motions);
    }
}
