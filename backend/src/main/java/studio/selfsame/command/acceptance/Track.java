package studio.selfsame.command.acceptance;

import java.nio.file.Path;

/** A sound of the corpus: mono, 48 kHz. */
record Track(String name, Path file) {
    static final int RATE_HZ = 48_000;
    static final int SECONDS = 10;
}
