/**
 * What the embedded default starts and stops: Postgres, Keycloak, worker processes. Loopback only.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "retention", "vault", "work", "audit", "identity"})
package studio.selfsame.host;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
