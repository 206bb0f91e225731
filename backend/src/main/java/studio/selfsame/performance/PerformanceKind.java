package studio.selfsame.performance;

import java.util.Locale;

/** Where a performance comes from. */
public enum PerformanceKind {
    /** A script, spoken by a synthetic voice. */
    SCRIPT,
    /** Recorded speech. */
    SOUND,
    /** A video of the same person, whose mouth, eyes, brows and head are followed and whose sound is heard. */
    TAKE,
    /** A video of the same person, into which new words are drawn. */
    RELIP;

    /** As in requests and answers, e.g. {@code relip}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the pictures are a recording that was altered rather than made anew. */
    public boolean isAltered() {
        return this == RELIP;
    }

    static PerformanceKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
