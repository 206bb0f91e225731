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

    /** Starts worth trying, those with the best pilots. */
    private static final int STARTS = 24;

    /** Messages put to the tag where one place stands out, but its likeliest message is wrong. */
    private static final int MOST_MESSAGES = 32;
    /** Standard deviations by which a place stands out. */
    private static final double OUTSTANDING = 5;

    private final String keyId;
    private final PayloadCode code;
    private final TagBudget budget = new TagBudget();
    private final SoundChips chips;
    private final SoundPilots pilots;

    SoundReader(WatermarkKey key) {
        this.keyId = key.keyId();
        this.code = new PayloadCode(key, "sound");
        this.chips = new SoundChips(key);
        this.pilots = new SoundPilots(chips);
    }

    String keyId() {
        return keyId;
    }

    /** Whether the reading was made with this key; false for good once the {@link TagBudget} is spent. */
    boolean genuine(PayloadCode.Reading reading) {
        return budget.take() && code.genuine(reading);
    }

    long hypotheses() {
        return code.hypotheses();
    }

    int tagTries() {
        return budget.tries();
    }

    /** The likeliest readings at the tempo and pitch of the mark, best first. */
    List<Result> common(SoundMap bands) {
        return read(bands, pilots.best(new SoundPilots.Spectra(bands, 1), 1, STARTS));
    }

    /** The likeliest readings at any tempo and pitch, best first. */
    List<Result> full(SoundMap fine) {
        SoundRefinement refinement = new SoundRefinement(chips, fine);
        return read(
                fine,
                new TempoPitchSearch(pilots)
                        .places(fine).stream().map(refinement::of).toList());
    }

    private List<Result> read(SoundMap map, List<SoundPlace> places) {
        List<Guess> guesses = new ArrayList<>();
        for (SoundPlace place : places) {
            float[] cells = cells(map, place);
            for (int slot = 0; slot < SoundRaster.CYCLE_SLOTS; slot += SoundRaster.PILOT_SLOTS) {
                guesses.add(Guess.of(
                        place,
                        chips.despread(cells, Math.floorMod(place.firstSlot() + slot, SoundRaster.CYCLE_SLOTS))));
            }
        }
        guesses.sort(Comparator.comparingDouble(Guess::energy).reversed());
        List<Result> results = new ArrayList<>(guesses.stream()
                .limit(MOST_DECODED)
                .map(guess -> new Result(guess.place(), code.decode(guess.soft())))
                .sorted(Comparator.comparingDouble(Result::correlation).reversed())
                .limit(MOST_GUESSES)
                .toList());
        if (standsOut(guesses)) {
            Guess first = guesses.getFirst();
            for (PayloadCode.Reading reading : code.decode(first.soft(), MOST_MESSAGES)) {
                results.add(new Result(first.place(), reading));
            }
        }
        return results;
    }

    /** Whether the best of guesses, sorted, has more energy than chance gives it: then it is worth more tries. */
    private static boolean standsOut(List<Guess> guesses) {
        if (guesses.size() < STARTS) {
            return false;
        }
        double median = guesses.get(guesses.size() / 2).energy();
        double deviation = median - guesses.get(guesses.size() * 5 / 6).energy();
        return guesses.getFirst().energy() - median > OUTSTANDING * deviation;
    }

    private static float[] cells(SoundMap map, SoundPlace place) {
        int first = place.firstSlot();
        float[] cells = new float[Math.min(SoundRaster.CYCLE_SLOTS, place.slots(map.frames())) * SoundRaster.BANDS];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = map.at(
                    place.frameOf(first + i / SoundRaster.BANDS), map.column(place.binOf(i % SoundRaster.BANDS)));
        }
        return cells;
    }

    /** What the decoder made of the sound if it is placed so. */
    record Result(SoundPlace place, PayloadCode.Reading reading) {
        double correlation() {
            return reading.correlation();
        }
    }

    /**
     * Soft symbols for one place in the cycle. At the right one the symbols add to the noise: where the code can be read at
     * all their energy is half as much again as elsewhere, eight standard deviations out.
     */
    private record Guess(SoundPlace place, float[] soft, double energy) {
        static Guess of(SoundPlace place, float[] soft) {
            double energy = 0;
            for (float symbol : soft) {
                energy += symbol * symbol;
            }
            return new Guess(place, soft, energy);
        }
    }
}
