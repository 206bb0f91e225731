/**
 * Mouth motion: from phones to the person's own lip shapes, and from lip shapes to frames of their footage.
 */
@NullMarked
package studio.selfsame.likeness.motion;

import org.jspecify.annotations.NullMarked;
