/**
 * What is to be said and done: script or recording, voice, timing.
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
            "speech",
            "face",
            "identity",
            "consent",
            "enrolment",
            "likeness"
        })
package studio.selfsame.performance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
