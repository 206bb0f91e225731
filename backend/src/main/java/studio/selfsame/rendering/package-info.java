/**
 * Plan, segments, jobs, workers; ends in an {@code UnsealedRender}, which nobody can download.
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
            "likeness",
            "performance",
            "identity",
            "consent",
            "enrolment"
        })
package studio.selfsame.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
