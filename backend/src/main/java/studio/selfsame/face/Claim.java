package studio.selfsame.face;

import org.jspecify.annotations.Nullable;

/**
 * A face of the frame at hand.
 *
 * @param region without margin
 * @param by the trail that came upon it where its own face was last, if one did
 * @param doubtful whether that alone does not say whose face it is
 */
record Claim(Sighting seen, Region region, @Nullable Trail by, boolean doubtful) {
    /** Two regions that overlap so much hold the same face. */
    private static final double SAME_FACE = 0.35;

    /** Faces that overlap so much hide parts of one another, and a mesh may slip from one to the other. */
    private static final double TOUCH = 0.05;

    /** Of a region with its margin from one frame to the next. */
    static final double STEADY = 0.6;

    static Claim of(Sighting seen, @Nullable Trail by) {
        Region region = Region.of(seen.landmarks());
        return new Claim(seen, region, by, by == null || by.region().overlap(region.withMargin()) < STEADY);
    }

    Claim inDoubt() {
        return new Claim(seen, region, by, true);
    }

    boolean isSameFace(Region other) {
        return region.overlap(other) > SAME_FACE;
    }

    boolean touches(Claim other) {
        return region.overlap(other.region) > TOUCH;
    }

    /** Whether a trail lost its face about there. */
    boolean isPlaceOf(Trail trail) {
        return trail.region().overlap(region.withMargin()) > SAME_FACE;
    }
}
