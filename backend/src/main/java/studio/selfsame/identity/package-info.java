/**
 * People and their verification by a trusted referee; Keycloak ends here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "audit", "retention", "vault", "work", "media", "face", "policy"})
package studio.selfsame.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
