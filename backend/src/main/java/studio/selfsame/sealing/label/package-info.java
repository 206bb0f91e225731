/**
 * The visible label: its words in many languages, their letters, where it stands and when it moves, how it is drawn and measured.
 * Of renders this knows nothing; the {@code sealing} room decides what is said of which.
 */
@NullMarked
package studio.selfsame.sealing.label;

import org.jspecify.annotations.NullMarked;
