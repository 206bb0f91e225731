/**
 * Synthesis with phone times; the SPIs behind which other speech engines plug in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "media"})
package studio.selfsame.speech;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
