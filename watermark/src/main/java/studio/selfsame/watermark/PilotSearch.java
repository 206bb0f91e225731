package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the shift under which the pilots of a key fit best, for one guess of scale and rotation, by correlating with all
 * shifts at once. Not safe for use by several threads at once.
 */
final class PilotSearch {
    private static final int SIDE = Pilot.SIDE;
    private static final float ALL = SIDE * (float) SIDE;

    private final PlaneFft fft = new PlaneFft(SIDE, SIDE);
    private final PlaneFft.Plane plane = PlaneFft.Plane.of(SIDE, SIDE);
    private final PlaneFft.Plane stillPlane = PlaneFft.Plane.of(SIDE, SIDE);
    private final PlaneFft.Plane wave = PlaneFft.Plane.of(SIDE, SIDE);
    private final PlaneFft.Plane still = PlaneFft.Plane.of(SIDE, SIDE);
    private final PlaneFft.Plane product = PlaneFft.Plane.of(SIDE, SIDE);
    private final float[] strengths = new float[SIDE];
    private final float[] sums = new float[SIDE];

    /** Looks at the evidence under one guess, before any symmetry and shift. */
    void look(PilotView view, Placement guess) {
        view.lay(guess, plane, stillPlane);
        fft.forward(plane, wave);
        fft.forward(stillPlane, still);
    }

    /** The best shift for the guess {@link #look looked} at last, seen through each of some symmetries. */
    List<Sighting> best(Pilot.Spectra pilot, Placement guess, double speed) {
        correlate(pilot.steady(), still, stillPlane);
        List<Sighting> best = new ArrayList<>();
        for (int i = 0; i < pilot.symmetries().size(); i++) {
            correlate(pilot.alternating().get(i), wave, plane);
            best.add(best(
                    i == 0 ? stillPlane.re() : stillPlane.im(),
                    pilot.symmetries().get(i),
                    guess,
                    speed));
        }
        return best;
    }

    private Sighting best(float[][] steady, Placement.Symmetry symmetry, Placement guess, double speed) {
        double waveNoise = Math.max(Float.MIN_NORMAL, power(plane.re()) + power(plane.im()));
        double steadyNoise = Math.max(Float.MIN_NORMAL, power(steady));
        float perWave = (float) (1 / waveNoise);
        float perSteady = (float) (0.5 / steadyNoise);
        float best = -1;
        int bestRow = 0;
        for (int row = 0; row < SIDE; row++) {
            strengths(plane.re()[row], plane.im()[row], steady[row], perWave, perSteady);
            float most = most(strengths);
            if (most > best) {
                best = most;
                bestRow = row;
            }
        }
        strengths(plane.re()[bestRow], plane.im()[bestRow], steady[bestRow], perWave, perSteady);
        int bestColumn = 0;
        while (strengths[bestColumn] < best) {
            bestColumn++;
        }
        double start = Sighting.start(plane.re()[bestRow][bestColumn], plane.im()[bestRow][bestColumn], speed);
        Placement placement =
                guess.shifted(centred(bestColumn), centred(bestRow)).then(symmetry);
        return new Sighting(placement, speed, start, best, waveNoise, steadyNoise);
    }

    /** Of all places of a row; a loop over arrays without branches is vectorised. */
    private void strengths(float[] re, float[] im, float[] steady, float perWave, float perSteady) {
        float[] to = strengths;
        for (int i = 0; i < SIDE; i++) {
            float positive = Math.max(0, steady[i]);
            to[i] = perWave * (re[i] * re[i] + im[i] * im[i]) + perSteady * positive * positive;
        }
    }

    private static float most(float[] values) {
        float most = 0;
        for (int i = 0; i < SIDE; i++) {
            most = Math.max(most, values[i]);
        }
        return most;
    }

    private static int centred(int shift) {
        return shift < SIDE / 2 ? shift : shift - SIDE;
    }

    /** All shifts' correlations of the laid samples, given as a conjugate's spectrum, with a pilot. */
    private void correlate(PlaneFft.Plane pilot, PlaneFft.Plane samples, PlaneFft.Plane to) {
        for (int row = 0; row < SIDE; row++) {
            float[] pr = pilot.re()[row];
            float[] pi = pilot.im()[row];
            float[] sr = samples.re()[row];
            float[] si = samples.im()[row];
            float[] re = product.re()[row];
            float[] im = product.im()[row];
            for (int i = 0; i < SIDE; i++) {
                re[i] = (pr[i] * sr[i] + pi[i] * si[i]) / ALL;
                im[i] = (pi[i] * sr[i] - pr[i] * si[i]) / ALL;
            }
        }
        fft.inverse(product, to);
    }

    /** Mean square of a plane; summed by columns, since a sum along a row is not vectorised. */
    private double power(float[][] plane) {
        float[] sum = sums;
        Arrays.fill(sum, 0);
        for (float[] row : plane) {
            for (int i = 0; i < SIDE; i++) {
                sum[i] += row[i] * row[i];
            }
        }
        double power = 0;
        for (float value : sum) {
            power += value;
        }
        return power / ALL;
    }
}
