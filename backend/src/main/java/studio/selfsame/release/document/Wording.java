package studio.selfsame.release.document;

import java.text.Normalizer;
import java.util.regex.Pattern;
import studio.selfsame.policy.Term;

/** Text as it will stand in the contract: in NFC, and refused where it would not be what it looks like. */
final class Wording {
    private static final Pattern LINE_ENDS = Pattern.compile("[ \t]*(\r\n|\r|\n)[ \t]*");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Pattern PILED_MARKS = Pattern.compile("\\p{M}{3}");

    private Wording() {}

    /** One line, in one alphabet of those whose letters look alike, with at least one letter or digit. */
    static String name(String given, int least, int most, String path, Faults faults) {
        if (tooLong(given, most, path, faults)) {
            return given;
        }
        var text = SPACES.matcher(
                        Normalizer.normalize(given, Normalizer.Form.NFC).strip())
                .replaceAll(" ");
        check(text, least, most, path, faults);
        Characters.faults(text, false).forEach(fault -> faults.add(path, fault));
        faults.when(
                Alphabets.mixed(text), path, "It mixes alphabets whose letters look alike; write all of it in one.");
        faults.when(
                !text.isEmpty() && text.codePoints().noneMatch(Character::isLetterOrDigit),
                path,
                "It has no letter and no digit.");
        return text;
    }

    /** Several lines; each word in one alphabet. */
    static String prose(String given, int least, int most, String path, Faults faults) {
        if (tooLong(given, most, path, faults)) {
            return given;
        }
        var lines = LINE_ENDS
                .matcher(Normalizer.normalize(given, Normalizer.Form.NFC).strip())
                .replaceAll("\n");
        var text = EMPTY_LINES.matcher(lines).replaceAll("\n\n");
        check(text, least, most, path, faults);
        Characters.faults(text, true).forEach(fault -> faults.add(path, fault));
        faults.when(
                Alphabets.mixedInAWord(text),
                path,
                "A word mixes alphabets whose letters look alike; write each word in one.");
        return text;
    }

    /** One line that is a {@link Term} as well. */
    static String term(String given, String path, Faults faults) {
        var own = new Faults();
        var text = name(given, 1, 120, path, own);
        if (own.none()) {
            try {
                new Term(text);
            } catch (IllegalArgumentException e) {
                own.add(path, String.valueOf(e.getMessage()));
            }
        }
        faults.addAll("", own.all());
        return text;
    }

    /** Told before anything is done with it: nobody should be able to keep us busy. */
    private static boolean tooLong(String given, int most, String path, Faults faults) {
        boolean tooLong = given.length() > 4 * most;
        faults.when(tooLong, path, "It has " + given.length() + " characters; " + most + " are allowed.");
        return tooLong;
    }

    private static void check(String text, int least, int most, String path, Faults faults) {
        int length = text.codePointCount(0, text.length());
        faults.when(length == 0, path, "It is empty.");
        faults.when(
                length > 0 && length < least,
                path,
                "It has " + length + " character" + (length == 1 ? "" : "s") + "; at least " + least + " are needed.");
        faults.when(length > most, path, "It has " + length + " characters; " + most + " are allowed.");
        faults.when(PILED_MARKS.matcher(text).find(), path, "It piles more than two accents on one letter.");
    }
}
