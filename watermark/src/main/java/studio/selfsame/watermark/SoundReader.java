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

    /** Frames, ten seconds, whose likeliest messages get the full share of the tries. */
    private static final int FULL_SHARE_FRAMES = 1240;
    /** One in so many tries that are left may be spent on one place. */
    private static final int SHARE = 4;
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

    /** The likeliest readings at the tempo and pitch of the mark, best first. */
    List<Result> common(SoundMap bands) {
        return read(bands, pilots.best(new SoundPilots.Spectra(bands, 1), 1, STARTS));
    }

    /** The likeliest places at any tempo and pitch, best first. */
    List<SoundPlace> places(SoundMap fine) {
        SoundRefinement refinement = new SoundRefinement(chips, fine);
        return new TempoPitchSearch(pilots)
                .places(fine).stream().map(refinement::coarse).toList();
    }

    /**
     * The likeliest readings of a map that begins earlier.
     *
     * @param frames by which it does
     * @param places in the later map
     */
    List<Result> longer(SoundMap fine, int frames, List<SoundPlace> places) {
        SoundRefinement refinement = new SoundRefinement(chips, fine);
        return read(
                fine,
                places.stream()
                        .map(place -> refinement.close(place.earlier(frames)))
                        .toList());
    }

    /** The likeliest readings at these places, best first. */
    List<Result> read(SoundMap map, List<SoundPlace> places) {
        List<Guess> guesses = new ArrayList<>();
        for (SoundPlace place : places) {
            SoundCells cells = new SoundCells(chips, map, place);
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                guesses.add(Guess.of(cells, cycle));
            }
        }
        guesses.sort(Comparator.comparingDouble(Guess::energy).reversed());
        List<Result> results = new ArrayList<>();
        for (Guess guess : guesses.subList(0, Math.min(MOST_DECODED, guesses.size()))) {
            results.add(new Result(guess.cells().place(), code.decode(guess.soft())));
        }
        Guess best = null; double bestC = 0;
        for (Guess guess : guesses.subList(0, Math.min(CLOSE, guesses.size()))) {
            for (double shift : SHIFTS) {
                SoundCells cells = new SoundCells(chips, map, guess.cells().place().changed(1, 1, shift, map.frames()));
                float[] soft = cells.soft(guess.cycle());
                PayloadCode.Reading reading = code.decode(soft);
                for (int i = 0; i < ITER; i++) {
                    soft = cells.soft(guess.cycle(), PayloadCode.symbols(reading));
                    reading = code.decode(soft);
                }
                results.add(new Result(cells.place(), reading));
                if (reading.correlation() > bestC) { bestC = reading.correlation(); best = new Guess(cells, guess.cycle(), soft, 0); }
            }
        }
        results.sort(Comparator.comparingDouble(Result::correlation).reversed());
        results = new ArrayList<>(results.subList(0, Math.min(MOST_GUESSES, results.size())));
        if (standsOut(guesses)) {
            for (PayloadCode.Reading reading : code.decode(best.soft(), messages(map.frames()))) {
                results.add(new Result(best.cells().place(), reading));
            }
        }
        return results;
    }
    static int CLOSE = Integer.getInteger("close", 2), ITER = Integer.getInteger("iter", 2);
    static double[] SHIFTS = java.util.Arrays.stream(System.getProperty("shifts", "-1,-.5,0,.5,1").split(",")).mapToDouble(Double::parseDouble).toArray();
    static final int CYCLES = 4;

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
    record Result(SoundPlace place, PayloadCode.Reading reading) {
        double correlation() {
            return reading.correlation();
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
