package studio.selfsame.command;

import java.time.Duration;
import java.util.Locale;

/** Says on standard error, every few seconds, how far a long file has come. */
final class WatermarkProgress {
    private static final long EVERY_NS = Duration.ofSeconds(3).toNanos();

    private final String what;
    private final double seconds;
    private long lastNs = System.nanoTime();

    /** @param durationUs of the material */
    WatermarkProgress(String what, long durationUs) {
        this.what = what;
        this.seconds = durationUs / 1e6;
    }

    void at(long timeUs) {
        long now = System.nanoTime();
        if (now - lastNs > EVERY_NS) {
            lastNs = now;
            System.err.printf(Locale.ROOT, "%s: %.0f of %.0f s%n", what, timeUs / 1e6, seconds);
        }
    }
}
