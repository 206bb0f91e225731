package studio.selfsame.release.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What single characters say against a text. */
final class Characters {
    private static final int MOST_SHOWN = 5;
    private static final int NO_BREAK_SPACE = 0xA0;

    private Characters() {}

    /** @param prose may have line ends and spaces that do not break */
    static List<String> faults(String text, boolean prose) {
        Set<Integer> unseen = new LinkedHashSet<>();
        Set<Integer> unshown = new LinkedHashSet<>();
        text.codePoints().distinct().forEach(c -> {
            boolean allowed = c == ' ' || prose && (c == '\n' || c == NO_BREAK_SPACE);
            if (!allowed && isUnseen(c)) {
                unseen.add(c);
            } else if (!allowed && !Typeface.shows(c)) {
                unshown.add(c);
            }
        });
        var faults = new ArrayList<String>();
        if (!unseen.isEmpty()) {
            faults.add("It has characters that cannot be seen, or that turn other text around (" + numbers(unseen)
                    + "); type it again without them.");
        }
        if (!unshown.isEmpty()) {
            faults.add("The contract's font cannot show `" + shown(unshown) + "` (" + numbers(unshown)
                    + "); give the Latin form, for a name the one in the passport.");
        }
        return faults;
    }

    /** No control, format, private or unassigned character, no half of one, no odd space, no variation selector. */
    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default ->
                // the combining grapheme joiner, Hangul's fillers, Braille's blank, variation selectors
                c == 0x34F
                        || c == 0x115F
                        || c == 0x1160
                        || c == 0x3164
                        || c == 0xFFA0
                        || c == 0x2800
                        || c >= 0x180B && c <= 0x180F
                        || c >= 0xFE00 && c <= 0xFE0F
                        || c >= 0xE0100 && c <= 0xE01EF;
        };
    }

    private static String shown(Set<Integer> codePoints) {
        return codePoints.stream().limit(MOST_SHOWN).map(Character::toString).collect(Collectors.joining(" "));
    }

    private static String numbers(Set<Integer> codePoints) {
        var first =
                codePoints.stream().limit(MOST_SHOWN).map("U+%04X"::formatted).collect(Collectors.joining(", "));
        return codePoints.size() > MOST_SHOWN ? first + ", …" : first;
    }
}
