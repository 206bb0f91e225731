package studio.selfsame.release.document;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was delivered under one version of a release in a period, and what the talent is due for it. What is due once for the
 * whole release is no part of it.
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
    public Statement {
        lines = List.copyOf(lines);
    }

    /** One output that was delivered. */
    public record Delivered(Instant at, String outputId, UUID use, Duration length) {}

    /** @param amountMinor empty where nothing was agreed by render or by minute */
    public record Line(Instant deliveredAt, String outputId, UUID use, Duration length, Optional<Long> amountMinor) {}

    /**
     * @param delivered in any order; what lies outside the period is left out
     * @throws IllegalArgumentException when the period ends before it begins
     */
    public static Statement of(Contract contract, LocalDate from, LocalDate to, List<Delivered> delivered) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A statement cannot end (" + to + ") before it begins (" + from + ").");
        }
        var zone = contract.terms().period().zone();
        var pay = contract.terms().compensation();
        var lines = delivered.stream()
                .filter(output -> {
                    var day = LocalDate.ofInstant(output.at(), zone);
                    return !day.isBefore(from) && !day.isAfter(to);
                })
                .sorted(Comparator.comparing(Delivered::at).thenComparing(Delivered::outputId))
                .map(output -> new Line(
                        output.at(), output.outputId(), output.use(), output.length(), pay.due(output.length())))
                .toList();
        return new Statement(
                contract.studio().name(),
                contract.talent().name(),
                contract.release(),
                contract.version(),
                from,
                to,
                zone,
                pay,
                lines);
    }

    /** Of all lines together. */
    public Duration totalLength() {
        return lines.stream().map(Line::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The sum of the lines' amounts, each of which is rounded already; empty where nothing was agreed by render or minute. */
    public Optional<Long> totalMinor() {
        boolean agreed = compensation.perRenderMinor().isPresent()
                || compensation.perMinuteMinor().isPresent();
        return agreed
                ? Optional.of(lines.stream()
                        .flatMap(line -> line.amountMinor().stream())
                        .reduce(0L, Math::addExact))
                : Optional.empty();
    }

    /** Names stay off logs. */
    @Override
    public String toString() {
        return "Statement[" + release + ", version " + version + ", " + from + " to " + to + "]";
    }
}
