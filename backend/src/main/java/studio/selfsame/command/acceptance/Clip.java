package studio.selfsame.command.acceptance;

import java.nio.file.Path;

/**
 * A piece of the corpus at 25 frames a second, 8 bits, without sound.
 *
 * @param real footage of people rather than painted or rendered
 */
record Clip(String name, Path file, int widthPx, int heightPx, int seconds, boolean real) {
    static final int FPS = 25;

    int frames() {
        return seconds * FPS;
    }
}
