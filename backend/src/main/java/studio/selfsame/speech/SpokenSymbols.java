package studio.selfsame.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one written word with symbols, money or an apostrophe is said; all else is left to the engine. */
final class SpokenSymbols {
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("&", "and"),
            Map.entry("@", "at"),
            Map.entry("+", "plus"),
            Map.entry("=", "equals"),
            Map.entry("#", "number"),
            Map.entry("%", "percent"),
            Map.entry("<", "less than"),
            Map.entry(">", "greater than"),
            Map.entry("\u00b0", "degrees"),
            Map.entry("/", "slash"),
            Map.entry("$", "dollars"),
            Map.entry("\u00a3", "pounds"),
            Map.entry("\u20ac", "euros"));
    private static final Pattern MONEY = Pattern.compile("([$\u00a3\u20ac])(\\d[\\d,]*)(?:\\.(\\d\\d))?");
    private static final Pattern INITIAL = Pattern.compile("[A-HJ-Z]\\.");
    private static final Pattern NEEDS_SPLITTING = Pattern.compile(".*[^A-Za-z0-9'.,:/-].*");
    private static final Pattern SLASHED_DATE = Pattern.compile("\\d\\d/\\d\\d/\\d{4}");
    private static final Properties CONTRACTIONS = contractions();

    private SpokenSymbols() {}

    static boolean isSpoken(String written) {
        return SYMBOLS.containsKey(written);
    }

    static SpokenWord say(String written) {
        String sampa = CONTRACTIONS.getProperty(written.toLowerCase(Locale.ROOT));
        if (sampa != null) {
            return new SpokenWord(written, List.of(written.replace("'", "")), sampa);
        }
        if (INITIAL.matcher(written).matches()) {
            return SpokenWord.of(written, written.substring(0, 1));
        }
        Matcher money = MONEY.matcher(written);
        if (money.matches()) {
            return new SpokenWord(written, amount(money), null);
        }
        if (NEEDS_SPLITTING.matcher(written).matches()
                || written.contains("/") && !SLASHED_DATE.matcher(written).matches()) {
            return new SpokenWord(written, pieces(written), null);
        }
        return SpokenWord.of(written, written);
    }

    private static List<String> amount(Matcher money) {
        String unit = money.group(1);
        String whole = money.group(2).replace(",", "");
        String cents = money.group(3);
        String name = Objects.requireNonNull(SYMBOLS.get(unit));
        List<String> spoken = new ArrayList<>();
        spoken.add(whole);
        spoken.add(whole.equals("1") ? name.substring(0, name.length() - 1) : name);
        if (cents != null && !cents.equals("00")) {
            spoken.add(cents.startsWith("0") ? cents.substring(1) : cents);
            spoken.add(unit.equals("\u00a3") ? "pence" : cents.equals("01") ? "cent" : "cents");
        }
        return spoken;
    }

    private static List<String> pieces(String written) {
        List<String> spoken = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int i = 0; i <= written.length(); i++) {
            String character = i < written.length() ? written.substring(i, i + 1) : " ";
            if (character.matches("[A-Za-z0-9'.,:-]")) {
                run.append(character);
                continue;
            }
            if (run.chars().anyMatch(Character::isLetterOrDigit)) {
                spoken.add(run.toString());
            }
            run.setLength(0);
            String said = SYMBOLS.get(character);
            if (said != null) {
                spoken.addAll(List.of(said.split(" ")));
            }
        }
        return spoken;
    }

    private static Properties contractions() {
        try (InputStream in =
                Objects.requireNonNull(SpokenSymbols.class.getResourceAsStream("contractions.en.properties"))) {
            Properties all = new Properties();
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
