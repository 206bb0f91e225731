package studio.selfsame.watermark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;

/** Tries one key on a map of sound. */
final class SoundReader {
    /** Guesses worth putting to the tag: the likeliest and its runner-up. */
    private static final int MOST_GUESSES = 2;
    /** Places worth decoding, those with the most energy. */
    private static final int MOST_DECODED = 24;

    /** Guesses worth a closer look. */
    private static final int MOST_CLOSE = 1;
    /** Frames by which a closer look goes earlier and later. */
    private static final double[] SHIFTS = {-0.7, 0, 0.7};

    /** How often a reading is made again with the weights that it gives the bands. */
    private static final int ROUNDS = 2;

    /** Starts worth trying, those with the best pilots. */
    private static final int STARTS = 24;

    /** Of these, how many are worth trying a frame earlier and later as well, since pilots are few and lie loosely. */
    private static final int STARTS_AROUND = 4;

    /** Frames, ten seconds, whose likeliest messages get the full share of the tries. */
    private static final int FULL_SHARE_FRAMES = 1240;
    /** One in so many tries that are left may be spent on one place. */
    private static final int SHARE = 4;
    /** Standard deviations by which a place stands out. */
    private static final double OUTSTANDING = 5;

    /** Maps whose best places are tried in a longer map as well, and how many of each. */
    private static final int REMEMBERED_MAPS = 3;

    private static final int REMEMBERED_PLACES = 24;

    private final Queue<List<SoundPlace>> remembered = new ArrayDeque<>();
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
        List<SoundPlace> places = new ArrayList<>(pilots.best(new SoundPilots.Spectra(bands, 1), 1, STARTS));
        for (SoundPlace place : List.copyOf(places.subList(0, Math.min(STARTS_AROUND, places.size())))) {
            places.add(place.changed(1, 1, -1, bands.frames()));
            places.add(place.changed(1, 1, 1, bands.frames()));
        }
        return read(bands, places);
    }

    /**
     * The likeliest readings at any tempo and pitch, best first. Remembers where it looked.
     *
     * @param begin frame of the sound that the map begins with
     */
    List<Result> full(SoundMap fine, long begin) {
        SoundRefinement refinement = new SoundRefinement(chips, fine);
        List<SoundPlace> places = new TempoPitchSearch(pilots)
                .places(fine).stream().map(refinement::coarse).toList();
        remembered.add(places.stream()
                .limit(REMEMBERED_PLACES)
                .map(place -> place.earlier(begin))
                .toList());
        if (remembered.size() > REMEMBERED_MAPS) {
            remembered.remove();
        }
        return read(fine, places);
    }

    /** The likeliest readings of a longer map at the places remembered. */
    List<Result> remembered(SoundMap fine, long begin) {
        SoundRefinement refinement = new SoundRefinement(chips, fine);
        return read(
                fine,
                remembered.stream()
                        .flatMap(List::stream)
                        .map(place -> refinement.close(place.earlier(-begin)))
                        .toList());
    }

    /** The likeliest readings at these places, best first. */
    private List<Result> read(SoundMap map, List<SoundPlace> places) {
        List<Guess> guesses = new ArrayList<>();
        for (SoundPlace place : places) {
            SoundCells cells = SoundCells.of(chips, map, place);
            for (int cycle = 0; cycle < SoundRaster.PILOT_CYCLES; cycle++) {
                guesses.add(Guess.of(cells, cycle));
            }
        }
        guesses.sort(Comparator.comparingDouble(Guess::energy).reversed());
        List<Look> looks = guesses.stream()
                .limit(MOST_DECODED)
                .map(guess -> look(guess.cells(), guess.soft()))
                .collect(Collectors.toCollection(ArrayList::new));
        guesses.stream().limit(MOST_CLOSE).forEach(guess -> looks.addAll(closer(map, guess)));
        looks.sort(Comparator.comparingDouble(Look::correlation).reversed());
        List<Result> results = new ArrayList<>(
                looks.stream().limit(MOST_GUESSES).map(Look::result).toList());
        if (standsOut(guesses)) {
            Look best = looks.getFirst();
            for (PayloadCode.Reading reading : code.decode(best.soft(), messages(map.frames()))) {
                results.add(new Result(best.place(), reading));
            }
        }
        return results;
    }

    /** Reads a guess again, a little earlier and later, with the weights that the first reading, right or wrong, gives the bands. */
    private List<Look> closer(SoundMap map, Guess guess) {
        List<Look> looks = new ArrayList<>();
        for (double shift : SHIFTS) {
            SoundCells cells = SoundCells.of(chips, map, guess.cells().place().changed(1, 1, shift, map.frames()));
            Look look = look(cells, cells.soft(guess.cycle()));
            for (int round = 0; round < ROUNDS; round++) {
                look = look(cells, cells.soft(guess.cycle(), PayloadCode.symbols(look.reading())));
            }
            looks.add(look);
        }
        return looks;
    }

    private Look look(SoundCells cells, float[] soft) {
        return new Look(cells.place(), soft, code.decode(soft));
    }

    /** How many messages to put to the tag where a place stands out: never all that are left. */
    private int messages(int frames) {
        return budget.left() * Math.min(FULL_SHARE_FRAMES, frames) / FULL_SHARE_FRAMES / SHARE;
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

    /** What the decoder made of the sound if it is placed so. */
    record Result(SoundPlace place, PayloadCode.Reading reading) {}

    /** Soft symbols and what the decoder made of them. */
    private record Look(SoundPlace place, float[] soft, PayloadCode.Reading reading) {
        double correlation() {
            return reading.correlation();
        }

        Result result() {
            return new Result(place, reading);
        }
    }

    /**
     * Soft symbols for one place in the cycle. At the right one the symbols add to the noise: where the code can be read at
     * all their energy is half as much again as elsewhere, eight standard deviations out.
     */
    private record Guess(SoundCells cells, int cycle, float[] soft, double energy) {
        static Guess of(SoundCells cells, int cycle) {
            float[] soft = cells.soft(cycle);
            double energy = 0;
            for (float symbol : soft) {
                energy += symbol * symbol;
            }
            return new Guess(cells, cycle, soft, energy);
        }
    }
}
