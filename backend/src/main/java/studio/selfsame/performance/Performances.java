package studio.selfsame.performance;

import java.util.List;
import java.util.Optional;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.consent.Under;
import studio.selfsame.identity.PersonId;
import studio.selfsame.likeness.Material;

/** What other rooms may ask about performances. */
public interface Performances {
    /** Loads a ready performance, sound and all; empty when there is none, it is not ready, or its key is gone. */
    Optional<Performance> load(PerformanceId id);

    /** What a ready performance brings along, without its sound; empty as {@link #load}. */
    Optional<Material> material(PerformanceId id);

    /** What is said when; empty when there is no such performance, or it was never ready. */
    Optional<Said> said(PerformanceId id);

    /**
     * @param lines of its script; none where its voice was recorded, and none any more once its key is gone
     */
    record Said(long durationUs, List<SpokenLine> lines) {}

    /** Whose it is and for which likeness, without its content; empty when there is none. */
    Optional<Sheet> sheet(PerformanceId id);

    /**
     * @param under the release that its author may use the likeness under, with its real length, or none as long as that
     *     is not known; empty: the likeness is the author's own
     * @param ready prepared, so that it can be rendered
     */
    record Sheet(
            PerformanceId id,
            PersonId author,
            LikenessId likeness,
            PerformanceKind kind,
            Optional<Under> under,
            boolean ready) {}
}
