package studio.selfsame.watermark;

import java.util.Comparator;

/**
 * A guess of where and when the chips of a picture are.
 *
 * @param start where a pair of epochs begins, in bins after the first
 * @param strength of the pilots there, in units in which the strength of noise is distributed about as the negative
 *     logarithm of a uniform number
 * @param waveNoise mean square of the alternating pilot's correlation in places where it is not
 * @param steadyNoise the same of the steady pilot's
 */
record Sighting(
        Placement placement, double speed, double start, double strength, double waveNoise, double steadyNoise) {
    static final Comparator<Sighting> STRONGEST_FIRST =
            Comparator.comparingDouble((Sighting sighting) -> -sighting.strength());

    /** Strength from the squared correlations with both pilots; the steady one's sign is known. */
    static double strength(double wavePower, double waveNoise, double steady, double steadyNoise) {
        double positive = Math.max(0, steady);
        return wavePower / waveNoise + positive * positive / (2 * steadyNoise);
    }

    /** Where pairs begin, in bins, by the phase of their fundamental. */
    static double start(double re, double im, double speed) {
        double length = PictureTimeline.BINS_PER_PAIR / speed;
        double turns = -(Math.atan2(im, re) + Math.PI / 2) / (2 * Math.PI);
        return (turns - Math.floor(turns)) * length;
    }

    Sighting withWaveNoise(double noise) {
        return new Sighting(placement, speed, start, strength, noise, steadyNoise);
    }
}
