package studio.selfsame.consent;

import java.util.Optional;
import java.util.UUID;

/**
 * One described use of a likeness: what a permission is for.
 *
 * @param likeness whose
 * @param purpose what for
 * @param subject what it is done to: the enrolment that is handed in or trained from, or the render job
 * @param under the release that it relies on; empty: the likeness is one's own
 */
public record Use(LikenessId likeness, Purpose purpose, UUID subject, Optional<Under> under) {
    public enum Purpose {
        /** Hand in footage to make the likeness from. */
        ENROL_FOOTAGE,
        /** Train the likeness from its enrolled footage. */
        CREATE_LIKENESS,
        /** Render a performance and deliver it sealed. */
        RENDER_PERFORMANCE
    }

    /** Of one's own likeness. */
    public Use(LikenessId likeness, Purpose purpose, UUID subject) {
        this(likeness, purpose, subject, Optional.empty());
    }
}
