/**
 * Append-only, tamper-evident record. Hears every event that is an {@link studio.selfsame.audit.AuditRecord},
 * in the transaction that published it: no record, no effect.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem"})
package studio.selfsame.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
