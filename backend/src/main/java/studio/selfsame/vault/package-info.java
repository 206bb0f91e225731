/**
 * Things at rest: the object store, and envelope encryption with one data key per likeness.
 * Destroying a data key makes everything sealed with it unreadable.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "audit"})
package studio.selfsame.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
