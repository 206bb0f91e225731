package studio.selfsame.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every consent text there is: each version in its languages, English first. */
final class ConsentTexts {
    private static final List<String> EIGHT = List.of("en", "de", "fr", "es", "it", "pt-BR", "ja", "ar");
    private static final Map<Integer, List<String>> LANGUAGES =
            new TreeMap<>(Map.of(1, List.of("en"), 2, EIGHT, 3, EIGHT));
    private static final List<ConsentText> ALL = read();
    private static final int CURRENT =
            LANGUAGES.keySet().stream().max(Integer::compare).orElseThrow();

    private ConsentTexts() {}

    /** Oldest version first. */
    static List<ConsentText> all() {
        return ALL;
    }

    /** In every language, English first. */
    static List<ConsentText> current() {
        return of(CURRENT);
    }

    static Optional<ConsentText> find(int version, String language) {
        return of(version).stream()
                .filter(text -> text.language().equalsIgnoreCase(language))
                .findFirst();
    }

    /** The current one that this hash is of; empty for an earlier version's and for anything else. */
    static Optional<ConsentText> currentOf(@Nullable String sha256) {
        return current().stream().filter(text -> text.sha256().equals(sha256)).findFirst();
    }

    /**
     * The current text that suits best, English where none does.
     *
     * @param ranges as in {@code Accept-Language}, e.g. {@code pt, en;q=0.5}; what cannot be read asks for nothing
     */
    static ConsentText currentFor(@Nullable String ranges) {
        for (var range : ranges(ranges)) {
            if (range.getRange().equals("*")) {
                break;
            }
            var wanted = Locale.forLanguageTag(range.getRange());
            for (var text : current()) {
                var given = Locale.forLanguageTag(text.language());
                if (!wanted.getLanguage().isEmpty() && given.getLanguage().equals(wanted.getLanguage())) {
                    return text;
                }
            }
        }
        return current().getFirst();
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String ranges) {
        try {
            return ranges == null || ranges.isBlank()
                    ? List.of()
                    : Locale.LanguageRange.parse(ranges).stream()
                            .filter(range -> range.getWeight() > 0)
                            .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static List<ConsentText> of(int version) {
        return ALL.stream().filter(text -> text.version() == version).toList();
    }

    private static List<ConsentText> read() {
        var texts = new ArrayList<ConsentText>();
        LANGUAGES.forEach(
                (version, languages) -> languages.forEach(language -> texts.add(ConsentText.read(version, language))));
        return List.copyOf(texts);
    }
}
