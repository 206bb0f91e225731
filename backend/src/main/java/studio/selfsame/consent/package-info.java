/**
 * Grants, and the enforcement point: the only room that can make an {@code Authorization}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "audit", "retention", "vault", "policy", "identity"})
package studio.selfsame.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
