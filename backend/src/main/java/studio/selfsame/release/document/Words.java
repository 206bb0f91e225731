package studio.selfsame.release.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.selfsame.policy.Language;
import studio.selfsame.policy.Territory;

/** Values in plain English. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Words() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Such as {@code EUR 1,250.00}. */
    static String money(Currency currency, long minor) {
        int digits = currency.getDefaultFractionDigits();
        return currency.getCurrencyCode() + " "
                + String.format(Locale.ROOT, "%,." + digits + "f", BigDecimal.valueOf(minor, digits));
    }

    /** Such as {@code 1 h 02 min 30 s}. */
    static String length(Duration length) {
        if (length.toHours() > 0) {
            return "%d h %02d min %02d s".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
        }
        return length.toMinutes() > 0
                ? "%d min %02d s".formatted(length.toMinutes(), length.toSecondsPart())
                : length.toSeconds() + " s";
    }

    static String code(Enum<?> word) {
        return Codes.of(word).replace('-', ' ');
    }

    /** Such as {@code Germany (DE)}. */
    static String territory(Territory territory) {
        return territory.equals(Territory.WORLD)
                ? "the world"
                : shown(Locale.of("", territory.code()).getDisplayCountry(Locale.ENGLISH), territory.code());
    }

    /** Such as {@code Portuguese (pt)}. */
    static String language(Language language) {
        return shown(Locale.forLanguageTag(language.tag()).getDisplayName(Locale.ENGLISH), language.tag());
    }

    static <T> String list(Collection<T> values, String none, Function<T, String> word) {
        return values.isEmpty() ? none : values.stream().map(word).collect(Collectors.joining(", "));
    }

    /** Falls back to the code where the platform's name has letters that the font lacks. */
    private static String shown(String name, String code) {
        return name.codePoints().allMatch(c -> c == ' ' || Typeface.shows(c)) ? name + " (" + code + ")" : code;
    }
}
