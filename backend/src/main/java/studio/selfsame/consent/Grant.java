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
    /** The first text that says what is learnt from the sound of footage, and from a take as a second look. */
    private static final int TELLS_OF_LEARNING = 3;

    /** Whether it was given beside a text that says what a model may learn from, other than the pictures of the footage. */
    boolean tellsOfLearning() {
        return textVersion >= TELLS_OF_LEARNING;
    }

    /** To have a likeness made, and to have it used, are two permissions. */
    enum Kind {
        CREATE,
        USE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
