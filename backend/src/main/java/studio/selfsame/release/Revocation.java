package studio.selfsame.release;

import java.time.LocalDate;

/** @param from the first day on which the release no longer holds, its notice having run */
record Revocation(LocalDate from, By by) {
    /** Who ended it. */
    enum By {
        STUDIO,
        TALENT,
        /** The person shown has withdrawn their consent for the likeness. */
        WITHDRAWAL
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from);
    }
}
