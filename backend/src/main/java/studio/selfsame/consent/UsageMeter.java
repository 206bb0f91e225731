package studio.selfsame.consent;

import java.time.Duration;
import java.util.UUID;

/** Counts what is made under talent releases. Every call joins the caller's transaction. */
public interface UsageMeter {
    /** Sets a share of the release aside for a render that has just been permitted. */
    void reserve(ReleaseUseId use, UUID render, Duration length);

    /** The render became an output: its share is spent. Does nothing for a render that is under no release. */
    void delivered(UUID render, String outputId, Duration length);

    /**
     * Nothing came of the render: its share is free again. Does nothing for a render that is under no release, and nothing
     * to a share that is spent or free already.
     */
    void released(UUID render);
}
