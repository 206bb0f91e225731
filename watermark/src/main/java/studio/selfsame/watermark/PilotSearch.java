package studio.selfsame.watermark;

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

    /** Looks at the evidence under one guess, before any symmetry and shift. */
    void look(PilotView view, Placement guess) {
        view.lay(guess, plane, stillPlane);
        fft.forward(plane, wave);
        fft.forward(stillPlane, still);
    }

    /** The best shift for the guess {@link #look looked} at last, seen through a symmetry. */
    Sighting best(Pilot pilot, Placement.Symmetry symmetry, Placement guess, double speed) {
        Pilot.Spectra spectra = pilot.spectra(symmetry, fft);
        correlate(spectra.alternating(), wave, plane);
        correlate(spectra.steady(), still, stillPlane);
        double waveNoise = Math.max(Float.MIN_NORMAL, power(plane.re()) + power(plane.im()));
        double steadyNoise = Math.max(Float.MIN_NORMAL, power(stillPlane.re()));
        float perWave = (float) (1 / waveNoise);
        float perSteady = (float) (0.5 / steadyNoise);
        float best = -1;
        int bestRow = 0;
        int bestColumn = 0;
        for (int row = 0; row < SIDE; row++) {
            float[] re = plane.re()[row];
            float[] im = plane.im()[row];
            float[] steady = stillPlane.re()[row];
            for (int column = 0; column < SIDE; column++) {
                float positive = Math.max(0, steady[column]);
                float strength =
                        perWave * (re[column] * re[column] + im[column] * im[column]) + perSteady * positive * positive;
                if (strength > best) {
                    best = strength;
                    bestRow = row;
                    bestColumn = column;
                }
            }
        }
        double start = Sighting.start(plane.re()[bestRow][bestColumn], plane.im()[bestRow][bestColumn], speed);
        Placement placement =
                guess.shifted(centred(bestColumn), centred(bestRow)).then(symmetry);
        return new Sighting(placement, speed, start, best, waveNoise, steadyNoise);
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

    private static double power(float[][] plane) {
        double power = 0;
        for (float[] row : plane) {
            float sum = 0;
            for (float value : row) {
                sum += value * value;
            }
            power += sum;
        }
        return power / ALL;
    }
}
