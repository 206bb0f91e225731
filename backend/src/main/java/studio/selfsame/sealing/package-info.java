/**
 * Label, watermark, Content Credentials, self-verification, delivery. The only room that can make a {@code SealedOutput}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "problem",
            "audit",
            "retention",
            "vault",
            "work",
            "policy",
            "watermark",
            "media",
            "face",
            "likeness",
            "performance",
            "rendering",
            "consent",
            "identity"
        })
package studio.selfsame.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
