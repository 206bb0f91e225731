package studio.selfsame.watermark;

import org.jspecify.annotations.Nullable;

/** One key of a detector: its pilots and readers, made when first needed, and how often it may still be guessed. */
final class PictureKey {
    private final WatermarkKey key;
    private final ChipLattice lattice;
    private final TagBudget budget = new TagBudget();
    private @Nullable Pilot pilot;
    private Pilot.@Nullable Tables tables;
    private @Nullable PictureReader near;
    private @Nullable PictureReader far;

    PictureKey(WatermarkKey key, ChipLattice lattice) {
        this.key = key;
        this.lattice = lattice;
    }

    String keyId() {
        return key.keyId();
    }

    Pilot pilot() {
        Pilot made = pilot == null ? new Pilot(key) : pilot;
        pilot = made;
        return made;
    }

    Pilot.Tables tables() {
        Pilot.Tables made = tables == null ? pilot().tables() : tables;
        tables = made;
        return made;
    }

    /** A reader of the chips in the frame's own lattice or, for a changed picture, of all that may have got into it. */
    PictureReader reader(boolean changed) {
        if (!changed) {
            PictureReader made = near == null ? new PictureReader(key, lattice.rows(), lattice.columns()) : near;
            near = made;
            return made;
        }
        PictureReader made = far == null
                ? new PictureReader(key, Math.max(Pilot.SIDE, lattice.rows()), Math.max(Pilot.SIDE, lattice.columns()))
                : far;
        far = made;
        return made;
    }

    /** How many messages to read of a mixture of layers whose place is sure. */
    int mostReadings() {
        return budget.share();
    }

    /** Whether one more message may be put to the tag. */
    boolean mayTry() {
        return budget.take();
    }

    int tagTries() {
        return budget.tries();
    }

    long hypotheses() {
        return (near == null ? 0 : near.hypotheses()) + (far == null ? 0 : far.hypotheses());
    }
}
