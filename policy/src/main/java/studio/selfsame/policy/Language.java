package studio.selfsame.policy;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is spoken.
 *
 * @param tag a BCP 47 tag in its canonical form, such as {@code pt-BR}; its language and region are known ones
 */
public record Language(String tag) {
    private static final Set<String> LANGUAGES = Stream.concat(
                    Arrays.stream(Locale.getISOLanguages()),
                    Arrays.stream(Locale.getAvailableLocales()).map(Locale::getLanguage))
            .filter(code -> !code.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> REGIONS = Stream.concat(
                    Stream.of("", "419"), Arrays.stream(Locale.getISOCountries()))
            .collect(Collectors.toUnmodifiableSet());

    /** @throws IllegalArgumentException for anything that is no tag, or whose language or region nobody knows */
    public Language {
        tag = canonical(tag);
    }

    private static String canonical(String given) {
        try {
            var locale = new Locale.Builder().setLanguageTag(given).build();
            if (LANGUAGES.contains(locale.getLanguage())
                    && REGIONS.contains(locale.getCountry())
                    && locale.getExtensionKeys().isEmpty()) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // told below, as any other that is not known
        }
        throw new IllegalArgumentException(
                "`" + Quoted.of(given) + "` is no language: give a BCP 47 tag, such as `en` or `pt-BR`.");
    }
}
