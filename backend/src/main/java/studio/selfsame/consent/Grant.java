package studio.selfsame.consent;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * One permission as it was given.
 *
 * @param face the boxes that were ticked with it
 * @param textSha256 hash of the consent text that stood beside the boxes, 64 hex digits
 */
record Grant(
        UUID id,
        LikenessId likeness,
        Kind kind,
        boolean face,
        boolean voice,
        boolean training,
        int textVersion,
        String textLanguage,
        String textSha256,
        Instant grantedAt) {
    /** To have a likeness made, and to have it used, are two permissions. */
    enum Kind {
        CREATE,
        USE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
