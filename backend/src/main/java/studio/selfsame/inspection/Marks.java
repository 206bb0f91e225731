package studio.selfsame.inspection;

import java.util.List;
import java.util.Optional;

/**
 * The invisible marks of a file.
 *
 * @param picture id found in the picture, 16 hex digits
 * @param sound id found in the sound
 * @param remarks why one could not be looked for properly, in plain words
 */
record Marks(Optional<String> picture, Optional<String> sound, List<String> remarks) {
    Optional<String> any() {
        return picture.or(() -> sound);
    }

    boolean disagree() {
        return picture.isPresent() && sound.isPresent() && !picture.equals(sound);
    }
}
