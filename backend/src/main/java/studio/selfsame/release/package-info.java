/**
 * Talent releases: contracts that both sides sign, what may be done under them, and what was done.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "audit", "retention", "vault", "policy", "identity", "consent"})
package studio.selfsame.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
