package studio.selfsame.sealing.label;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the label says in one language, as it is shown.
 *
 * @param language whose words these are
 * @param generated of what a model made
 * @param modified of a recording that a model changed
 */
public record LabelWords(Locale language, String generated, String modified) {
    private static final Set<String> TRADITIONAL_CHINESE = Set.of("TW", "HK", "MO");
    private static final Map<String, LabelWords> ALL = read();

    /** All that there are, by language tag. */
    public static List<LabelWords> all() {
        return ALL.values().stream()
                .sorted(Comparator.comparing(words -> words.language.toLanguageTag()))
                .toList();
    }

    /** For those who understand this language; English where its words are not known. */
    public static LabelWords of(Locale language) {
        return ALL.getOrDefault(key(language), Objects.requireNonNull(ALL.get("en")));
    }

    private static String key(Locale locale) {
        String language = locale.getLanguage();
        return switch (language) {
            case "zh", "cmn", "yue" -> isTraditional(locale) ? "zh-Hant" : "zh-Hans";
            case "nb", "nn" -> "no";
            default -> language;
        };
    }

    private static boolean isTraditional(Locale chinese) {
        return chinese.getScript().isEmpty()
                ? TRADITIONAL_CHINESE.contains(chinese.getCountry())
                        || chinese.getLanguage().equals("yue")
                : chinese.getScript().equals("Hant");
    }

    private static Map<String, LabelWords> read() {
        Properties words = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(LabelWords.class.getResourceAsStream("/sealing/label/words.properties")),
                StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return words.stringPropertyNames().stream()
                .map(name -> name.substring(0, name.indexOf('.')))
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), tag -> of(tag, words)));
    }

    private static LabelWords of(String tag, Properties words) {
        return new LabelWords(
                Locale.forLanguageTag(tag),
                Objects.requireNonNull(words.getProperty(tag + ".generated"), tag),
                Objects.requireNonNull(words.getProperty(tag + ".modified"), tag));
    }
}
