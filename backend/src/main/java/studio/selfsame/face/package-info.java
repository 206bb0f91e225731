/**
 * Perception: detect, track, landmarks, pose, blink, embedding, face match.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "media"})
package studio.selfsame.face;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
