package studio.selfsame.rendering;

import java.util.Optional;
import studio.selfsame.performance.PerformanceId;
import studio.selfsame.problem.Problem;

/** What the sealing room may ask and tell. */
public interface Renders {
    /** The finished render, if all its segments are there and it still waits to be sealed. */
    Optional<UnsealedRender> unsealed(RenderId id);

    /** The performance that was rendered; empty when there is no such render. */
    Optional<PerformanceId> performanceOf(RenderId id);

    /** The render became the output of this id: its scratch is erased. Joins the caller's transaction. */
    void sealed(RenderId id, String outputId);

    /** No file came of it: its scratch is erased. Joins the caller's transaction. */
    void failed(RenderId id, Problem problem);
}
