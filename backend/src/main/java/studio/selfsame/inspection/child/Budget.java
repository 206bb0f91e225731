package studio.selfsame.inspection.child;

import java.time.Duration;

/** The time that a file is worth. */
final class Budget {
    /** What the widest look for a mark takes on a slow machine; it cannot be broken off. */
    static final Duration WIDE_LOOK = Duration.ofSeconds(10);

    private final long begun = System.nanoTime();
    private final long nanos;

    Budget(Duration time) {
        this.nanos = time.toNanos();
    }

    /** Whether this much time is left of this share. */
    boolean has(Duration time, double share) {
        return share * nanos - (System.nanoTime() - begun) > time.toNanos();
    }

    /** Whether more than this share of the time, 0..1, is gone. */
    boolean spent(double share) {
        return System.nanoTime() - begun > share * nanos;
    }

    /** Not below zero. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - (System.nanoTime() - begun)));
    }
}
