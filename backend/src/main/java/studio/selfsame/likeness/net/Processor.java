package studio.selfsame.likeness.net;

import java.util.Locale;

/** Where training computes. */
public enum Processor {
    /** The GPU where the engine sees one, else the CPU. */
    AUTO,
    CPU,
    GPU;

    /** As a user writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
