package studio.selfsame.speech;

import java.text.Normalizer;
import java.util.stream.Collectors;
import studio.selfsame.problem.ProblemException;

/** Brings a script to the characters that the English voice can read, or says which it cannot. */
final class ScriptCharacters {
    private static final String MARKS = " \n.,;:!?'\"()[]-/%&@#+=<>$£€°";
    private static final int NAMED_AT_MOST = 10;

    private ScriptCharacters() {}

    /**
     * Accents are dropped, typographic quotes and dashes made plain, line ends made {@code \n}.
     *
     * @throws ProblemException naming every character that cannot be spoken
     */
    static String plain(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("\\R", "\n")
                .replaceAll("[\\t\\p{Zs}]", " ")
                .replaceAll("[\u200b\u200c\u200d\u2060\ufeff\u00ad]", "")
                .replaceAll("[\u2018\u2019\u02bc\u2032]", "'")
                .replaceAll("[\u201c\u201d\u201e\u00ab\u00bb\u2033]", "\"")
                .replaceAll("(?<=\\d)[\u2010-\u2015\u2212](?=\\d)", "-")
                .replaceAll("[\u2010\u2011\u2212]", "-")
                .replaceAll(" ?[\u2012-\u2015] ?| -+ |--+", " , ")
                .replace("\u2044", "/")
                .replace("\u00df", "ss")
                .replace("\u00e6", "ae")
                .replace("\u00c6", "Ae")
                .replace("\u0153", "oe")
                .replace("\u00f8", "o")
                .replace("\u00d8", "O")
                .replace("\u0142", "l")
                .replace("\u0141", "L");
        String unknown = folded.codePoints()
                .filter(point -> !canBeRead(point))
                .distinct()
                .limit(NAMED_AT_MOST)
                .mapToObj(ScriptCharacters::named)
                .collect(Collectors.joining(" "));
        if (!unknown.isEmpty()) {
            throw ProblemException.unusable(
                    "speech",
                    "The script holds characters that the voice cannot read: " + unknown + ".",
                    "Nothing was spoken.",
                    "Take them out or write them as words, e.g. `and` for `&`.");
        }
        return folded;
    }

    private static String named(int point) {
        return Character.isISOControl(point) ? "`U+%04X`".formatted(point) : "`" + Character.toString(point) + "`";
    }

    private static boolean canBeRead(int point) {
        return point >= 'a' && point <= 'z'
                || point >= 'A' && point <= 'Z'
                || point >= '0' && point <= '9'
                || MARKS.indexOf(point) >= 0;
    }
}
