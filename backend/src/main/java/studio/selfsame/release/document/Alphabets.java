package studio.selfsame.release.document;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Which letters stand beside each other. */
final class Alphabets {
    private static final Set<UnicodeScript> LOOKALIKES =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK);

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    private Alphabets() {}

    /** Whether the text has letters of two alphabets that look alike, such as a Cyrillic А among Latin letters. */
    static boolean mixed(String text) {
        return scripts(text).size() > 1;
    }

    /** Whether a single word does. */
    static boolean mixedInAWord(String text) {
        return NO_LETTERS.splitAsStream(text).anyMatch(Alphabets::mixed);
    }

    private static Set<UnicodeScript> scripts(String text) {
        var found = EnumSet.noneOf(UnicodeScript.class);
        text.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(LOOKALIKES::contains)
                .forEach(found::add);
        return found;
    }
}
