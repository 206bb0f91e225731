package studio.selfsame.rendering;

import java.util.Optional;

/** What the sealing room may ask. */
public interface Renders {
    /** The finished, joined render, if all its segments are there. */
    Optional<UnsealedRender> unsealed(RenderId id);

    /** Erases the scratch once the output is sealed or given up. */
    void discardScratch(RenderId id);
}
