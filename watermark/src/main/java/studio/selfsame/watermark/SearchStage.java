package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Guesses that are tried together, likely ones first in {@link #wide}: every scale of every symmetry, then slight rotations,
 * other speeds, and other aspects.
 *
 * @param guesses before any symmetry and shift
 */
record SearchStage(double speed, List<Placement> guesses, Set<Placement.Symmetry> symmetries) {
    private static final double LEAST_SCALE = 0.54;
    private static final double MOST_SCALE = 2.1;
    private static final double SCALE_STEP = 1.02;
    private static final int MOST_DEGREES = 11;
    private static final Set<Placement.Symmetry> ALL = EnumSet.allOf(Placement.Symmetry.class);
    private static final Set<Placement.Symmetry> COMMON =
            EnumSet.of(Placement.Symmetry.NONE, Placement.Symmetry.MIRRORED);
    /** Speeds other than the usual, likely ones first; those between are near enough to be found. */
    static final double[] SPEEDS = {
        1.25, 0.8, 1.04, 0.96, 1.1, 0.9, 1.2, 0.84, 1.15, 0.87, 1.3, 0.77, 1.5, 0.67, 2, 0.5, 1.34, 0.74
    };

    private static final double[] ASPECTS = {16 / 9.0, 9 / 16.0, 4 / 3.0, 3 / 4.0, 64 / 27.0, 27 / 64.0};

    /** The frame as it is. */
    static SearchStage identity() {
        return new SearchStage(1, List.of(Placement.IDENTITY), EnumSet.of(Placement.Symmetry.NONE));
    }

    /** Crops and paddings of the picture upright, turned by right angles or mirrored. */
    static SearchStage upright() {
        return new SearchStage(1, scales(1, 0), ALL);
    }

    /** Everything after {@link #upright}. */
    static List<SearchStage> wide() {
        List<SearchStage> stages = new ArrayList<>();
        for (int degrees = 1; degrees <= MOST_DEGREES; degrees++) {
            List<Placement> turned = new ArrayList<>(scales(1, degrees));
            turned.addAll(scales(1, -degrees));
            stages.add(new SearchStage(1, turned, COMMON));
        }
        for (double speed : SPEEDS) {
            stages.add(new SearchStage(speed, scales(1, 0), COMMON));
        }
        stages.add(new SearchStage(1, squeezed(), ALL));
        for (double aspect : ASPECTS) {
            stages.add(new SearchStage(1, scales(aspect, 0), ALL));
        }
        return stages;
    }

    /** @param aspect by which the picture has become wider */
    private static List<Placement> scales(double aspect, double degrees) {
        List<Placement> scales = new ArrayList<>();
        double root = Math.sqrt(aspect);
        for (double scale = LEAST_SCALE; scale < MOST_SCALE; scale *= SCALE_STEP) {
            scales.add(Placement.of(1 / (scale * root), root / scale, degrees));
        }
        return scales;
    }

    /** One side as it was, the other not. */
    private static List<Placement> squeezed() {
        List<Placement> squeezed = new ArrayList<>();
        for (double scale = LEAST_SCALE; scale < MOST_SCALE; scale *= SCALE_STEP) {
            squeezed.add(Placement.of(1 / scale, 1, 0));
            squeezed.add(Placement.of(1, 1 / scale, 0));
        }
        return squeezed;
    }
}
