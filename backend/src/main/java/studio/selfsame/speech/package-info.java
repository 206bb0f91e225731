/**
 * Synthesis with phone times, and hearing: when somebody speaks, which sounds, and how they sound. The SPIs behind which
 * other speech engines plug in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "media"})
package studio.selfsame.speech;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
