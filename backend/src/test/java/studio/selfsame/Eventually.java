package studio.selfsame;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other threads or processes do, with a deadline. */
public final class Eventually {
    private static final long BETWEEN_LOOKS_NANOS = 10_000_000;

    private Eventually() {}

    /** Something to assert that may throw anything. */
    @FunctionalInterface
    public interface Assertion {
        void check() throws Exception;
    }

    /** Returns as soon as {@code assertion} passes; throws what it last threw when the deadline has passed. */
    public static void eventually(Duration within, Assertion assertion) {
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            try {
                assertion.check();
                return;
            } catch (AssertionError | Exception e) {
                if (System.nanoTime() >= deadline) {
                    throw new AssertionError("not within " + within.toMillis() + " ms: " + e.getMessage(), e);
                }
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            }
        }
    }
}
