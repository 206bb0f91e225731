package studio.selfsame.watermark;

import java.nio.ByteBuffer;

/** The common outer form of stored fingerprints: four letters, a version, the number of steps, and the steps. */
final class PrintBytes {
    static final int HEADER = 9;
    private static final byte VERSION = 1;

    private PrintBytes() {}

    /** A buffer with the header written and room for {@code body} bytes. */
    static ByteBuffer begin(int letters, int steps, int body) {
        return ByteBuffer.allocate(HEADER + body).putInt(letters).put(VERSION).putInt(steps);
    }

    /**
     * Reads the header.
     *
     * @return the number of steps, 0..{@code mostSteps}
     * @throws IllegalArgumentException if these are not bytes of this kind and version
     */
    static int steps(byte[] bytes, int letters, int mostSteps) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER || buffer.getInt() != letters) {
            throw new IllegalArgumentException("These bytes are not a fingerprint of this kind");
        }
        byte version = buffer.get();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "A fingerprint of version %d cannot be read: only version %d can".formatted(version, VERSION));
        }
        int steps = buffer.getInt();
        if (steps < 0 || steps > mostSteps) {
            throw new IllegalArgumentException(
                    "A fingerprint cannot have %d steps: 0 to %d are possible".formatted(steps, mostSteps));
        }
        return steps;
    }

    /** @throws IllegalArgumentException if there are more or fewer bytes than the header says */
    static void length(byte[] bytes, long body) {
        if (bytes.length != HEADER + body) {
            throw new IllegalArgumentException(
                    "The fingerprint has %d bytes where %d were expected".formatted(bytes.length, HEADER + body));
        }
    }
}
