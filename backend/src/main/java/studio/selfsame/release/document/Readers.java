package studio.selfsame.release.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What texts in a contract stand for; each throws IllegalArgumentException with what is allowed. */
final class Readers {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Readers() {}

    static UUID id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("`" + Quoted.of(text) + "` is no id: give a UUID in small letters.");
        }
        return UUID.fromString(text);
    }

    static LocalDate day(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // told below: there is no such day
        }
        throw new IllegalArgumentException(
                "`" + Quoted.of(text) + "` is no day of the calendar: write it as `2026-11-23`.");
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "`" + Quoted.of(text) + "` is no time zone: write it as `Europe/Berlin` or `UTC`.", e);
        }
    }

    /** Of those that are paid in: gold and test codes have no smallest unit. */
    static Currency currency(String text) {
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(text) && known.getDefaultFractionDigits() >= 0)) {
            throw new IllegalArgumentException(
                    "`" + Quoted.of(text) + "` is no currency: give an ISO 4217 code, such as `EUR`.");
        }
        return Currency.getInstance(text);
    }

    static <E extends Enum<E>> Function<String, E> oneOf(E[] values) {
        return text -> Arrays.stream(values)
                .filter(value -> Codes.of(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`" + Quoted.of(text) + "` is none of "
                        + Arrays.stream(values).map(Codes::of).collect(Collectors.joining(", ")) + "."));
    }
}
