package studio.selfsame.likeness;

import java.util.Optional;
import studio.selfsame.enrolment.VerifiedRecording;

/**
 * Recordings of the same person that a performance brings along.
 *
 * @param plates what is drawn into, frame for frame; empty: a calm stretch of the enrolled footage
 * @param take the driving take, for animators that look at its pictures
 */
public record Material(Optional<VerifiedRecording> plates, Optional<VerifiedRecording> take) {
    /** Nothing but the enrolled footage. */
    public static final Material NONE = new Material(Optional.empty(), Optional.empty());
}
