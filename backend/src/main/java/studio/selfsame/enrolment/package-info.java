/**
 * Footage proven to be the consenting person's own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "problem",
            "audit",
            "retention",
            "vault",
            "work",
            "media",
            "face",
            "speech",
            "identity",
            "consent"
        })
package studio.selfsame.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
