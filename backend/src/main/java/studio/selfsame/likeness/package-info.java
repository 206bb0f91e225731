/**
 * Dataset, training, and the sealed per-person model that can draw one person.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "problem",
            "audit",
            "vault",
            "work",
            "media",
            "face",
            "enrolment",
            "consent",
            "identity",
            "speech"
        })
package studio.selfsame.likeness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
