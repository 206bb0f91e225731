package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for the pilots at every tempo from 0.8 to 1.25 and every pitch within ±10 %, and at every pitch that goes with the
 * tempo, as when a tape runs fast. The steps are such that at the worst place between two of them the ends of ten seconds
 * are off by a quarter of a slot, and the highest band by a quarter of a band.
 */
final class TempoPitchSearch {
    private static final double LEAST_TEMPO = 0.79;
    private static final double MOST_TEMPO = 1.265;
    private static final double LEAST_PITCH = 0.89;
    private static final double MOST_PITCH = 1.115;
    private static final double TEMPO_STEP = 1.003;
    private static final double PITCH_STEP = 1.006;
    private static final int STARTS_EACH = 2;
    private static final int MOST_PLACES = 48;
    /** Places closer than this are one: ratios of tempo and of pitch. */
    private static final double SAME_TEMPO = 0.01;

    private static final double SAME_PITCH = 0.015;

    private final SoundPilots pilots;

    TempoPitchSearch(SoundPilots pilots) {
        this.pilots = pilots;
    }

    /** The best places in a fine map, best first, none close to another. */
    List<SoundPlace> places(SoundMap map) {
        List<SoundPlace> places = new ArrayList<>();
        for (double tempo = LEAST_TEMPO; tempo < MOST_TEMPO; tempo *= TEMPO_STEP) {
            SoundPilots.Spectra spectra = new SoundPilots.Spectra(map, tempo);
            for (double pitch = LEAST_PITCH; pitch < MOST_PITCH; pitch *= PITCH_STEP) {
                places.addAll(pilots.best(spectra, pitch, STARTS_EACH));
            }
            if (tempo < LEAST_PITCH || tempo > MOST_PITCH) {
                places.addAll(pilots.best(spectra, tempo, STARTS_EACH));
            }
        }
        places.sort(Comparator.comparingDouble(SoundPlace::score).reversed());
        List<SoundPlace> apart = new ArrayList<>();
        for (SoundPlace place : places) {
            if (apart.stream().noneMatch(other -> same(place, other))) {
                apart.add(place);
            }
            if (apart.size() == MOST_PLACES) {
                break;
            }
        }
        return apart;
    }

    private static boolean same(SoundPlace a, SoundPlace b) {
        return Math.abs(a.tempo() / b.tempo() - 1) < SAME_TEMPO && Math.abs(a.pitch() / b.pitch() - 1) < SAME_PITCH;
    }
}
