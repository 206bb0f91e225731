/**
 * The acceptance bench of the invisible mark: its own corpus, marked, attacked with {@code ffmpeg}, and read again.
 */
@NullMarked
package studio.selfsame.command.acceptance;

import org.jspecify.annotations.NullMarked;
