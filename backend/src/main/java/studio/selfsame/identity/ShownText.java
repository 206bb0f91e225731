package studio.selfsame.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Words that somebody gives and others will read: shown as typed, so they must be what they look like. */
final class ShownText {
    private static final Set<Character.UnicodeScript> LOOKALIKES =
            EnumSet.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.GREEK);
    /** Letters and marks by category that are drawn as nothing (Unicode: Default_Ignorable_Code_Point), and a blank one. */
    private static final Set<Integer> BLANK_LETTERS =
            Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0);
    /** Above a letter there may be more than one accent, but no tower of them. */
    private static final int MOST_MARKS = 4;

    private ShownText() {}

    /** The one form in which it is kept: composed (NFC), without blanks around it. */
    static String kept(String given) {
        return Normalizer.normalize(given, Normalizer.Form.NFC).strip();
    }

    /** Every reason why it cannot be shown, each the end of a sentence about it; empty when it can. */
    static List<String> faults(String given, int longest) {
        // cut first: nobody should be able to keep us busy with a long one
        if (given.length() > 4 * longest) {
            return List.of("is longer than " + longest + " characters");
        }
        var faults = new ArrayList<String>();
        var text = kept(given);
        if (text.isEmpty()) {
            faults.add("is empty");
        }
        if (text.codePointCount(0, text.length()) > longest) {
            faults.add("is longer than " + longest + " characters");
        }
        if (!text.codePoints().allMatch(ShownText::isSeen)) {
            faults.add("contains characters that cannot be seen");
        }
        if (mixesLookalikes(text)) {
            faults.add("mixes alphabets whose letters look alike");
        }
        if (text.matches(".*\\p{M}{" + (MOST_MARKS + 1) + "}.*")) {
            faults.add("piles up accents");
        }
        return faults;
    }

    private static boolean isSeen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // of the many blanks only those that are as wide as they say: the plain one and the ideographic one
            case Character.SPACE_SEPARATOR -> codePoint == ' ' || codePoint == 0x3000;
            default -> !BLANK_LETTERS.contains(codePoint) && !isVariationSelector(codePoint);
        };
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    private static boolean mixesLookalikes(String text) {
        return text.codePoints()
                        .mapToObj(Character.UnicodeScript::of)
                        .filter(LOOKALIKES::contains)
                        .distinct()
                        .count()
                > 1;
    }
}
