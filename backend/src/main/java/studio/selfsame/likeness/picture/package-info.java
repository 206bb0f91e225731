/**
 * Pictures of one face: stabilising, sampling, colour match and compositing. Plain Java arithmetic on planar YUV.
 */
@NullMarked
package studio.selfsame.likeness.picture;

import org.jspecify.annotations.NullMarked;
