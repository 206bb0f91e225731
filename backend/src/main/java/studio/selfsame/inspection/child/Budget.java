package studio.selfsame.inspection.child;

import java.time.Duration;

/** The time that a file is worth. */
final class Budget {
    private final long begun = System.nanoTime();
    private final long nanos;

    Budget(Duration time) {
        this.nanos = time.toNanos();
    }

    /** Whether more than this share of the time, 0..1, is gone. */
    boolean spent(double share) {
        return System.nanoTime() - begun > share * nanos;
    }
}
