package studio.selfsame.consent;

import java.util.UUID;

/**
 * One described use of a likeness: what a permission is for.
 *
 * @param likeness whose
 * @param purpose what for
 * @param subject what it is done to: the enrolment to train from, or the render job
 */
public record Use(LikenessId likeness, Purpose purpose, UUID subject) {
    public enum Purpose {
        /** Train the likeness from its enrolled footage. */
        CREATE_LIKENESS,
        /** Render a performance and deliver it sealed. */
        RENDER_PERFORMANCE
    }
}
