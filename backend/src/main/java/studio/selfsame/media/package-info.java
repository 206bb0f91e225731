/**
 * Decode, encode, remux. With {@code face} the only room that touches native media libraries;
 * the only one that touches FFmpeg.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem"})
package studio.selfsame.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
