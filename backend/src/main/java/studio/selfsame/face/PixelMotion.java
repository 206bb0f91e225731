package studio.selfsame.face;

import java.util.Optional;

/**
 * How a head moved between two frames, by the pixels around points of its mesh that speech does not move: the one rotation,
 * scale and shift under which all these patches look as they looked before. Lucas and Kanade 1981 in the inverse compositional
 * form of Baker and Matthews 2004, begun where the two meshes say; what frowns or blinks on its own is taken for an outlier.
 * Frame to frame this is several times as precise as the difference of two meshes, each of which trembles anew.
 */
final class PixelMotion {
    private static final int[] POINTS = {
        168, 6, 197, 195, 5, 4, 1, 94, 122, 351, 196, 419, 3, 248, 236, 456, 134, 363, 198, 420, 49, 279, 98, 327, 129,
        358, 48, 278, 97, 326, 33, 263, 133, 362, 130, 359, 243, 463, 118, 347, 119, 348, 120, 349, 121, 350, 117, 346,
        116, 345, 151, 9, 8, 108, 337, 69, 299, 104, 333, 55, 285, 65, 295, 52, 282, 53, 283, 63, 293, 105, 334, 66,
        296, 107, 336
    };

    private static final int UNKNOWNS = 6;
    private static final int MOST_ROUNDS = 12;

    /** Pixels of the closeup. */
    private static final double SETTLED = 0.1;

    /** Of the interocular distance, root mean square: what is further from the mesh than this went astray; a blink makes meshes
     * leap by half of it. */
    private static final double ASTRAY = 0.25;

    /** Of luma: below, patches differ by the camera's noise alone. */
    private static final double LEAST_UNLIKE = 0.5;

    /** Times the median of all patches, at which a patch counts half. */
    private static final double OUTLYING = 2;

    private final Closeup now;
    private final double[] centre = new double[3];
    private final Patch[] patches = new Patch[POINTS.length];

    private PixelMotion(Closeup before, Landmarks then, Closeup now) {
        this.now = now;
        HeadMotion into = HeadMotion.of(before.toFrame().inverse());
        double[][] at = new double[POINTS.length][];
        for (int i = 0; i < at.length; i++) {
            at[i] = into.carried(then, POINTS[i]);
            for (int axis = 0; axis < 3; axis++) {
                centre[axis] += at[i][axis] / at.length;
            }
        }
        for (int i = 0; i < at.length; i++) {
            patches[i] = new Patch(before, at[i], centre);
        }
    }

    /**
     * @param then the mesh in the frame before
     * @param seen the mesh in this frame
     * @return empty where the pixels do not say, or contradict the meshes by more than those tremble
     */
    static Optional<HeadMotion> between(Closeup before, Landmarks then, Closeup now, Landmarks seen) {
        HeadMotion toFrame = HeadMotion.of(now.toFrame());
        HeadMotion intoCloseup = HeadMotion.of(before.toFrame().inverse());
        return new PixelMotion(before, then, now)
                .settle(start(before, then, now, seen))
                .map(motion -> toFrame.after(motion).after(intoCloseup))
                .filter(motion -> distance(motion, then, seen) < ASTRAY * FaceGeometry.interocular(seen));
    }

    private static HeadMotion start(Closeup before, Landmarks then, Closeup now, Landmarks seen) {
        Similarity out = before.toFrame().inverse();
        Similarity in = now.toFrame().inverse();
        double[][] from = new double[POINTS.length][];
        double[][] to = new double[POINTS.length][];
        for (int i = 0; i < POINTS.length; i++) {
            int k = POINTS[i];
            from[i] = new double[] {out.x(then.x()[k], then.y()[k]), out.y(then.x()[k], then.y()[k])};
            to[i] = new double[] {in.x(seen.x()[k], seen.y()[k]), in.y(seen.x()[k], seen.y()[k])};
        }
        return HeadMotion.of(Similarity.fit(from, to));
    }

    private Optional<HeadMotion> settle(HeadMotion start) {
        HeadMotion motion = start;
        double[] unlike = new double[patches.length];
        double usual = Double.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            NormalEquations equations = new NormalEquations(UNKNOWNS);
            for (int i = 0; i < patches.length; i++) {
                double[] along = new double[UNKNOWNS];
                double last = unlike[i];
                unlike[i] = patches[i].compare(now, motion, along);
                double outlying = square(last / (OUTLYING * usual));
                equations.add(1 / (1 + square(outlying)), patches[i].squares(), along);
            }
            usual = Math.max(LEAST_UNLIKE, Series.median(unlike));
            Optional<double[]> step = equations.solve();
            if (step.isEmpty()) {
                return Optional.empty();
            }
            motion = motion.after(towards(step.get()).inverse());
            if (size(step.get()) < SETTLED) {
                break;
            }
        }
        return Optional.of(motion);
    }

    /** Turns and scales about the patches' centre. */
    private HeadMotion towards(double[] step) {
        double[][] turn = HeadMotion.turning(step[0], step[1], step[2], Math.exp(step[3]));
        double[] moved = HeadPoseFit.turned(turn, centre);
        return new HeadMotion(
                turn,
                new double[] {centre[0] + step[4] - moved[0], centre[1] + step[5] - moved[1], centre[2] - moved[2]});
    }

    private static double size(double[] step) {
        double arm = Closeup.SIZE / 4.0;
        double turn = Math.abs(step[0]) + Math.abs(step[1]) + Math.abs(step[2]) + Math.abs(step[3]);
        return arm * turn + Math.abs(step[4]) + Math.abs(step[5]);
    }

    private static double distance(HeadMotion motion, Landmarks then, Landmarks seen) {
        double sum = 0;
        for (int i : HeadPoseFit.RIGID) {
            double[] carried = motion.carried(then, i);
            double x = carried[0] - seen.x()[i];
            double y = carried[1] - seen.y()[i];
            sum += (square(x) + square(y)) / HeadPoseFit.RIGID.length;
        }
        return Math.sqrt(sum);
    }

    private static double square(double value) {
        return value * value;
    }
}
