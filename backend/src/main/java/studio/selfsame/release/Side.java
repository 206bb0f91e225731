package studio.selfsame.release;

import java.util.Locale;

/** The two sides of a release. */
enum Side {
    /** The organisation that it is made out to. */
    STUDIO,
    /** The person shown, or who signs for them. */
    TALENT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
