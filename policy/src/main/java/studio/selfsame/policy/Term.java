package studio.selfsame.policy;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Something that a release or a use names in words: a project, a brand, a topic. Two terms are the same when they read the
 * same: case, width, accents composed or not, and runs of spaces make no difference.
 *
 * @param text 1 to 120 characters in that one form
 */
public record Term(String text) {
    private static final int LONGEST = 120;
    private static final Set<Character.UnicodeScript> LOOKALIKES =
            EnumSet.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.GREEK);

    /** @throws IllegalArgumentException when it is blank, too long, or not what it looks like */
    public Term {
        // cut first: nobody should be able to keep us busy with a long one
        if (text.length() > 4 * LONGEST) {
            throw bad(text, "is longer than " + LONGEST + " characters");
        }
        if (!text.codePoints().allMatch(Quoted::isHarmless)) {
            throw bad(text, "contains characters that cannot be seen");
        }
        var given = text;
        text = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            throw bad(given, "is empty");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw bad(given, "is longer than " + LONGEST + " characters");
        }
        if (text.codePoints()
                        .mapToObj(Character.UnicodeScript::of)
                        .filter(LOOKALIKES::contains)
                        .distinct()
                        .count()
                > 1) {
            throw bad(given, "mixes alphabets whose letters look alike");
        }
    }

    private static IllegalArgumentException bad(String given, String what) {
        return new IllegalArgumentException("`" + Quoted.of(given) + "` " + what + ".");
    }
}
