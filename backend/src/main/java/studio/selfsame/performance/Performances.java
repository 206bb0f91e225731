package studio.selfsame.performance;

import java.util.Optional;

/** What other rooms may ask about performances. */
public interface Performances {
    /** Loads a ready performance; empty when there is none, it is not ready, or its key is gone. */
    Optional<Performance> load(PerformanceId id);
}
