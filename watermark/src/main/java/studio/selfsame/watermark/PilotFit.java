package studio.selfsame.watermark;

/**
 * Improves a sighting by small changes of its placement, ever finer ones, as long as the pilots fit better: first shift,
 * scale and rotation, then aspect and shear, then perspective.
 */
final class PilotFit {
    private static final int SIDE = Pilot.SIDE * Pilot.FINENESS;
    private static final double[] STEPS = {2, 1, 0.5, 0.25, 0.12};
    private static final int[] FREEDOMS = {4, 5, 6, 8, 8};
    private static final int MOST_ROUNDS = 4;
    private static final int MOST_STEPS = 8;

    private final Pilot.Tables tables;
    private final PilotView view;
    private final double reach;

    /** @param reach distance of the frame's corners from its centre, in fine chips of its own */
    PilotFit(Pilot.Tables tables, PilotView view, double reach) {
        this.tables = tables;
        this.view = view;
        this.reach = reach;
    }

    Sighting improved(Sighting first) {
        Sighting best = judged(first, first.placement());
        for (int level = 0; level < STEPS.length; level++) {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                Sighting before = best;
                for (int freedom = 0; freedom < FREEDOMS[level]; freedom++) {
                    best = along(best, freedom, STEPS[level]);
                }
                if (best.strength() == before.strength()) {
                    break;
                }
            }
        }
        return best;
    }

    private Sighting along(Sighting from, int freedom, double step) {
        for (int sign = -1; sign <= 1; sign += 2) {
            Sighting best = from;
            Sighting next = judged(best, best.placement().after(nudge(freedom, sign * step)));
            for (int steps = 1; steps < MOST_STEPS && next.strength() > best.strength(); steps++) {
                best = next;
                next = judged(best, best.placement().after(nudge(freedom, sign * step)));
            }
            if (best.strength() > from.strength()) {
                return best;
            }
        }
        return from;
    }

    /** A map near the identity that moves the corners of the frame by about {@code step} chips. */
    private Placement nudge(int freedom, double step) {
        double tilt = step / reach;
        double bend = tilt / reach;
        return switch (freedom) {
            case 0 -> new Placement(1, 0, step, 0, 1, 0, 0, 0);
            case 1 -> new Placement(1, 0, 0, 0, 1, step, 0, 0);
            case 2 -> new Placement(1 + tilt, 0, 0, 0, 1 + tilt, 0, 0, 0);
            case 3 -> new Placement(1, -tilt, 0, tilt, 1, 0, 0, 0);
            case 4 -> new Placement(1 + tilt, 0, 0, 0, 1 - tilt, 0, 0, 0);
            case 5 -> new Placement(1, tilt, 0, tilt, 1, 0, 0, 0);
            case 6 -> new Placement(1, 0, 0, 0, 1, 0, bend, 0);
            default -> new Placement(1, 0, 0, 0, 1, 0, 0, bend);
        };
    }

    /** The sighting with another placement, and the strength and the start that this one has. */
    Sighting judged(Sighting sighting, Placement changed) {
        double re = 0;
        double im = 0;
        double steady = 0;
        float[] x = view.x();
        float[] y = view.y();
        for (int i = 0; i < x.length; i++) {
            double w = Pilot.FINENESS / (1 + changed.wx() * x[i] + changed.wy() * y[i]);
            int column = (int) ((changed.xx() * x[i] + changed.xy() * y[i] + changed.x0()) * w + SIDE / 2);
            int row = (int) ((changed.yx() * x[i] + changed.yy() * y[i] + changed.y0()) * w + SIDE / 2);
            if (column >= 0 && column < SIDE && row >= 0 && row < SIDE) {
                int at = row * SIDE + column;
                float height = tables.alternating()[at];
                re += height * view.re()[i];
                im += height * view.im()[i];
                steady += tables.steady()[at] * view.steady()[i];
            }
        }
        return new Sighting(
                changed,
                view.speed(),
                Sighting.start(re, im, view.speed()),
                Sighting.strength(re * re + im * im, sighting.waveNoise(), steady, sighting.steadyNoise()),
                sighting.waveNoise(),
                sighting.steadyNoise());
    }
}
