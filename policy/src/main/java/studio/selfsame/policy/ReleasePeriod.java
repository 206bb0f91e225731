package studio.selfsame.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a release may be used. Its days are days in its own zone, wherever it is used.
 *
 * @param firstDay included; from the year 1900
 * @param lastDay included; not before {@code firstDay}, to the year 9999
 * @param revokedFrom the first day on which it is revoked, its notice having run
 */
public record ReleasePeriod(LocalDate firstDay, LocalDate lastDay, Optional<LocalDate> revokedFrom, ZoneId zone) {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 9999;

    /** @throws IllegalArgumentException when it ends before it begins, or a day is out of range */
    public ReleasePeriod {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "A release cannot end (" + lastDay + ") before it begins (" + firstDay + ").");
        }
        if (firstDay.getYear() < EARLIEST || lastDay.getYear() > LATEST) {
            throw new IllegalArgumentException(
                    "The days of a release lie in the years " + EARLIEST + " to " + LATEST + ".");
        }
    }

    /** The day it is at that moment where the release counts its days. */
    LocalDate dayAt(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }
}
