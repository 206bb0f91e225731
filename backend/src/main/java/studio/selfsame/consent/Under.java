package studio.selfsame.consent;

import java.time.Duration;

/**
 * The talent release that a use relies on.
 *
 * @param use as it was asked for under the release
 * @param length of what is made, in whole microseconds; zero as long as nobody can know it
 */
public record Under(ReleaseUseId use, Duration length) {
    private static final int NANOS = 1_000;

    /** @throws IllegalArgumentException when the length is negative or finer than what is stored */
    public Under {
        if (length.isNegative() || length.getNano() % NANOS != 0) {
            throw new IllegalArgumentException("A length is in whole microseconds, none or more, not " + length + ".");
        }
    }

    public static Under ofMicroseconds(ReleaseUseId use, long lengthUs) {
        return new Under(use, Duration.ofSeconds(lengthUs / 1_000_000, lengthUs % 1_000_000 * NANOS));
    }

    public long lengthUs() {
        return Math.addExact(Math.multiplyExact(length.getSeconds(), 1_000_000L), length.getNano() / NANOS);
    }
}
