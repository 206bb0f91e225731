package studio.selfsame.watermark;

/** Compares two pictures in motion, for every shift in time, mirrored or not, and for a few crops around the centre. */
final class PictureComparison {
    /** What may be left of each side. */
    private static final double[] PARTS = {1, 0.92, 0.84, 0.77, 0.7};

    private static final int LEAST_STEPS = 25;
    /** Above everything measured between different clips of one person before one backdrop. */
    private static final double SAME = 0.62;
    /** Below nearly everything measured between a clip and what codecs, scaling and crops made of it. */
    private static final double DIFFERENT = 0.5;
    /** Agreement of the layout that a copy keeps even under a bright label; a quite different backdrop mostly does not. */
    private static final double SAME_SCENE = 0.3;
    /** Squared motion per cell below which a picture stands still. */
    private static final double LEAST_MOTION = 0.02;

    private PictureComparison() {}

    static Likeness of(PictureFingerprint one, PictureFingerprint other, double speed) {
        float[][] motion = one.motion();
        float[][] otherMotion = Speed.undo(speed, other.motion());
        float[][] otherScene = Speed.undo(speed, other.scene());
        int shorter = Math.min(motion.length, otherMotion.length);
        if (shorter < LEAST_STEPS) {
            return new Likeness.Unclear("There is too little video to compare: at least four seconds are needed");
        }
        int least = Math.max(LEAST_STEPS, shorter / 2);
        Alignment alignment = new Alignment(otherMotion, motion.length);
        Alignment.Place best = Alignment.Place.NONE;
        double scene = -1;
        double bestScene = -1;
        for (double part : PARTS) {
            for (boolean mirrored : new boolean[] {false, true}) {
                GridView view = new GridView(part, mirrored);
                Alignment.Place place = alignment.find(view.of(motion), least);
                double likeness = scenes(view.of(one.scene()), otherScene, place.shift());
                bestScene = Math.max(bestScene, likeness);
                if (place.agreement() > best.agreement()) {
                    best = place;
                    scene = likeness;
                }
            }
        }
        return judge(best, scene, bestScene);
    }

    private static Likeness judge(Alignment.Place best, double scene, double bestScene) {
        double agreement = Math.clamp(best.agreement(), 0.0, 1.0);
        if (best.energy() / GridSampler.CELLS < LEAST_MOTION) {
            return bestScene < SAME_SCENE
                    ? new Likeness.Different(agreement)
                    : new Likeness.Unclear("The pictures look alike, but too little moves in them to tell them apart");
        }
        if (agreement < DIFFERENT || scene < SAME_SCENE) {
            return new Likeness.Different(agreement);
        }
        return agreement >= SAME
                ? new Likeness.Same(agreement, Math.round(best.shift() * PictureFingerprinter.SLOT_US))
                : new Likeness.Unclear(
                        "The pictures are too like to be called different and too unlike to be called the same");
    }

    /** Cosine between the layouts of two videos where they overlap, the other beginning {@code shift} slots into the one. */
    private static double scenes(float[][] one, float[][] other, double shift) {
        double product = 0;
        double power = 0;
        double otherPower = 0;
        for (int i = 0; i < other.length; i++) {
            int at = (int) Math.round(i + shift / PictureFingerprinter.MOTIONS_PER_SCENE);
            if (at < 0 || at >= one.length) {
                continue;
            }
            for (int cell = 0; cell < GridSampler.CELLS; cell++) {
                product += one[at][cell] * other[i][cell];
                power += one[at][cell] * one[at][cell];
                otherPower += other[i][cell] * other[i][cell];
            }
        }
        return power * otherPower > 0 ? product / Math.sqrt(power * otherPower) : 0;
    }
}
