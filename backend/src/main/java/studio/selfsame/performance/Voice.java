package studio.selfsame.performance;

import java.util.Locale;

/** Whose voice is heard. */
public enum Voice {
    SYNTHETIC,
    /** The person's own, recorded. */
    OWN,
    /** Another speaker's, recorded. */
    OTHER;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Voice of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
