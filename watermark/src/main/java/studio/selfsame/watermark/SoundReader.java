package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tries one key on a map of sound. */
final class SoundReader {
    /** Guesses worth putting to the tag: the likeliest and its runner-up. */
    private static final int MOST_GUESSES = 2;
    /** Places worth decoding, those with the most energy. */
    private static final int MOST_DECODED = 24;

    private static final int STARTS = 24;

    private final String keyId;
    private final PayloadCode code;
    private final TagBudget budget = new TagBudget();
    private final SoundChips chips;
    private final PilotSearch pilots;

    SoundReader(WatermarkKey key) {
        this.keyId = key.keyId();
        this.code = new PayloadCode(key, "sound");
        this.chips = new SoundChips(key);
        this.pilots = new PilotSearch(chips);
    }

    String keyId() {
        return keyId;
    }

    /** Whether the reading was made with this key; false for good once the {@link TagBudget} is spent. */
    boolean genuine(PayloadCode.Reading reading) {
        return budget.take() && code.genuine(reading);
    }

    /** The likeliest readings at the tempo and pitch of the mark, best first. */
    List<Guess> common(SoundMap map) {
        return guesses(map, pilots.best(new PilotSearch.Spectra(map, 1), 1, STARTS));
    }

    List<Guess> full(SoundMap map) {
        List<SoundPlace> places = new ArrayList<>();
        for (double tempo = 0.79; tempo < 1.27; tempo *= 1.004) {
            PilotSearch.Spectra spectra = new PilotSearch.Spectra(map, tempo);
            for (double pitch = 0.89; pitch < 1.12; pitch *= 1.006) {
                places.addAll(pilots.best(spectra, pitch, 2));
            }
        }
        places.sort(Comparator.comparingDouble(SoundPlace::score).reversed());
        List<SoundPlace> kept = new ArrayList<>();
        for (SoundPlace place : places) {
            if (kept.size() < 32 && kept.stream().noneMatch(other -> near(place, other))) {
                kept.add(place);
            }
        }
        return guesses(map, kept.stream().map(place -> refined(map, place)).toList());
    }

    private static boolean near(SoundPlace a, SoundPlace b) {
        return Math.abs(a.tempo() / b.tempo() - 1) < 0.01 && Math.abs(a.pitch() / b.pitch() - 1) < 0.015;
    }

    private SoundPlace refined(SoundMap map, SoundPlace coarse) {
        SoundPlace best = coarse;
        double score = pilotScore(map, best);
        for (double step = 1; step > 0.2; step /= 2) {
            for (int round = 0; round < 3; round++) {
                double before = score;
                for (int i = 0; i < 6; i++) {
                    int sign = i % 2 == 0 ? 1 : -1;
                    SoundPlace next = best.changed(
                            i / 2 == 0 ? 1 + sign * step * 0.002 : 1,
                            i / 2 == 1 ? 1 + sign * step * 0.003 : 1,
                            i / 2 == 2 ? sign * step * 0.75 : 0,
                            map.frames());
                    double s = pilotScore(map, next);
                    if (s > score) {
                        score = s;
                        best = next;
                    }
                }
                if (score == before) {
                    break;
                }
            }
        }
        return best;
    }

    private double pilotScore(SoundMap map, SoundPlace place) {
        double sum = 0;
        int first = place.firstSlot();
        int slots = place.slots(map.frames());
        for (int slot = first; slot < first + slots; slot++) {
            double frame = place.frameOf(slot);
            for (int band = 0; band < SoundRaster.BANDS; band++) {
                int pilot = chips.pilot(Math.floorMod(slot, SoundRaster.PILOT_SLOTS), band);
                if (pilot != 0) {
                    sum += pilot * map.at(frame, place.binOf(band));
                }
            }
        }
        return sum;
    }

    private List<Guess> guesses(SoundMap map, List<SoundPlace> places) {
        List<Guess> guesses = new ArrayList<>();
        for (SoundPlace place : places) {
            float[] cells = cells(map, place);
            for (int slot = 0; slot < SoundRaster.CYCLE_SLOTS; slot += SoundRaster.PILOT_SLOTS) {
                guesses.add(Guess.of(
                        place,
                        chips.despread(cells, Math.floorMod(place.firstSlot() + slot, SoundRaster.CYCLE_SLOTS))));
            }
        }
        return guesses.stream()
                .sorted(Comparator.comparingDouble(Guess::energy).reversed())
                .limit(MOST_DECODED)
                .map(guess -> guess.decoded(code))
                .sorted(Comparator.comparingDouble(
                                (Guess guess) -> guess.reading().correlation())
                        .reversed())
                .limit(MOST_GUESSES)
                .toList();
    }

    private static float[] cells(SoundMap map, SoundPlace place) {
        int first = place.firstSlot();
        float[] cells = new float[Math.min(SoundRaster.CYCLE_SLOTS, place.slots(map.frames())) * SoundRaster.BANDS];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = map.at(place.frameOf(first + i / SoundRaster.BANDS), place.binOf(i % SoundRaster.BANDS));
        }
        return cells;
    }

    /**
     * Soft symbols for one place in the cycle. At the right one the symbols add to the noise: where the code can be read at
     * all their energy is half as much again as elsewhere, eight standard deviations out.
     */
    record Guess(SoundPlace place, float[] soft, double energy, PayloadCode.Reading reading) {
        static Guess of(SoundPlace place, float[] soft) {
            double energy = 0;
            for (float symbol : soft) {
                energy += symbol * symbol;
            }
            return new Guess(place, soft, energy, new PayloadCode.Reading(new Payload(0), 0, 0));
        }

        Guess decoded(PayloadCode code) {
            return new Guess(place, soft, energy, code.decode(soft));
        }
    }
}
