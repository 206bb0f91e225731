package studio.selfsame.release.document;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was delivered under a release in a period, and what the talent is due for it.
 *
 * @param from the first day, in {@code zone}
 * @param to the last day, included
 * @param lines oldest first
 * @param compensation agreed; amounts follow {@link Compensation#due}
 */
public record Statement(
        String studio,
        String talent,
        UUID release,
        int version,
        LocalDate from,
        LocalDate to,
        ZoneId zone,
        Compensation compensation,
        List<Line> lines) {

    /** One output that was delivered. */
    public record Delivered(Instant at, String outputId, UUID use, Duration length) {}

    /** @param amountMinor empty where nothing was agreed by render or by minute */
    public record Line(Instant deliveredAt, String outputId, UUID use, Duration length, Optional<Long> amountMinor) {}

    /** @param delivered in any order; what lies outside the period is left out */
    public static Statement of(Contract contract, LocalDate from, LocalDate to, List<Delivered> delivered) {
        throw new UnsupportedOperationException();
    }
}
