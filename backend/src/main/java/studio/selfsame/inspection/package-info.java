/**
 * Anyone asks of any file: is it ours, is consent in force, was it altered?
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "problem",
            "audit",
            "retention",
            "vault",
            "work",
            "watermark",
            "media",
            "face",
            "enrolment",
            "sealing",
            "consent",
            "identity"
        })
package studio.selfsame.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
