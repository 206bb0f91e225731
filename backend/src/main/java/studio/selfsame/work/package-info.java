/**
 * Long work is a row: queued, picked up by a worker process, heartbeating, resumable, cancellable.
 * Handlers live in the rooms whose work it is.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "audit", "retention"})
package studio.selfsame.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
