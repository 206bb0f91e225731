/**
 * What went wrong, in the user's words: stage, cause, consequence, remedy.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package studio.selfsame.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
