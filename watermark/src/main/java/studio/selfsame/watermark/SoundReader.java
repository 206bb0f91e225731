package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tries one key on the evidence of sound, for every place in the cycle at which the material may begin. */
final class SoundReader {
    /** Guesses worth putting to the tag: the likeliest and its runner-up. */
    private static final int MOST_GUESSES = 2;
    /** Places worth decoding, those with the most energy. */
    private static final int MOST_DECODED = 24;

    private final String keyId;
    private final PayloadCode code;
    private final TagBudget budget = new TagBudget();
    private final SoundChips chips;

    SoundReader(WatermarkKey key) {
        this.keyId = key.keyId();
        this.code = new PayloadCode(key, "sound");
        this.chips = new SoundChips(key);
    }

    String keyId() {
        return keyId;
    }

    /** Whether the reading was made with this key; false for good once the {@link TagBudget} is spent. */
    boolean genuine(PayloadCode.Reading reading) {
        return budget.take() && code.genuine(reading);
    }

    /** The likeliest readings, best first, at most {@value #MOST_GUESSES}. */
    List<PayloadCode.Reading> read(SoundEvidence evidence) {
        List<Guess> guesses = new ArrayList<>();
        for (int phase = 0; phase < BandEnergies.PER_SLOT; phase++) {
            for (int shift = 0; shift < SoundRaster.CYCLE_SLOTS; shift++) {
                guesses.add(Guess.of(chips.despread(evidence.cells(phase), shift)));
            }
        }
        return guesses.stream()
                .sorted(Comparator.comparingDouble(Guess::energy).reversed())
                .limit(MOST_DECODED)
                .map(guess -> code.decode(guess.soft()))
                .sorted(Comparator.comparingDouble(PayloadCode.Reading::correlation)
                        .reversed())
                .limit(MOST_GUESSES)
                .toList();
    }

    /**
     * Soft symbols for one place in the cycle. At the right one the symbols add to the noise: where the code can be read at
     * all their energy is half as much again as elsewhere, eight standard deviations out.
     */
    private record Guess(float[] soft, double energy) {
        static Guess of(float[] soft) {
            double energy = 0;
            for (float symbol : soft) {
                energy += symbol * symbol;
            }
            return new Guess(soft, energy);
        }
    }
}
