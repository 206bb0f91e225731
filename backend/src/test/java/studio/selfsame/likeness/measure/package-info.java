/**
 * How well a drawn face agrees with the real one: pictures, lips, motion.
 */
@NullMarked
package studio.selfsame.likeness.measure;

import org.jspecify.annotations.NullMarked;
