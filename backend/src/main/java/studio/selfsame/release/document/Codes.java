package studio.selfsame.release.document;

import java.util.Locale;

/** How the policy's words are written in a contract: as in the policy's own requests. */
final class Codes {
    private Codes() {}

    static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
