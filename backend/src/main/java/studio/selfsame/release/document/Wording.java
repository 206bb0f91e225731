package studio.selfsame.release.document;

import java.text.Normalizer;
import studio.selfsame.policy.Term;

/** Text as it will stand in the contract: in NFC, and refused where it would not be what it looks like. */
final class Wording {
    private Wording() {}

    /** One line, in one alphabet of those whose letters look alike. */
    static String name(String given, int least, int most, String path, Faults faults) {
        return checked(given, least, most, path, faults, false);
    }

    /** Several lines; each word in one alphabet. */
    static String prose(String given, int least, int most, String path, Faults faults) {
        return checked(given, least, most, path, faults, true);
    }

    /** One line that is a {@link Term} as well. */
    static String term(String given, String path, Faults faults) {
        var own = new Faults();
        var text = checked(given, 1, 120, path, own, false);
        own.all().forEach(faults::add);
        if (own.none()) {
            try {
                new Term(text);
            } catch (IllegalArgumentException e) {
                faults.add(path, String.valueOf(e.getMessage()));
            }
        }
        return text;
    }

    private static String checked(String given, int least, int most, String path, Faults faults, boolean prose) {
        // cut first: nobody should be able to keep us busy with a long one
        if (given.length() > 4 * most) {
            faults.add(path, "This is longer than " + most + " characters.");
            return given;
        }
        return Normalizer.normalize(given, Normalizer.Form.NFC).strip();
    }
}
