/**
 * Figures of a moving face that may tell a drawn one from a filmed one. Weak, and second to provenance. Nothing here knows of a
 * studio: it runs in a process of its own.
 */
@NullMarked
package studio.selfsame.inspection.forensics;

import org.jspecify.annotations.NullMarked;
