package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tries one key on the evidence of sound, for every place in the cycle at which the material may begin. */
final class SoundReader {
    /** Guesses worth putting to the tag: the likeliest and its runner-up. */
    private static final int MOST_GUESSES = 2;

    private final String keyId;
    private final PayloadCode code;
    private final SoundChips chips;

    SoundReader(WatermarkKey key) {
        this.keyId = key.keyId();
        this.code = new PayloadCode(key, "sound");
        this.chips = new SoundChips(key);
    }

    String keyId() {
        return keyId;
    }

    PayloadCode code() {
        return code;
    }

    /** The likeliest readings, best first, at most {@value #MOST_GUESSES}. */
    List<PayloadCode.Reading> read(SoundEvidence evidence) {
        List<PayloadCode.Reading> readings = new ArrayList<>();
        for (int phase = 0; phase < BandEnergies.PER_SLOT; phase++) {
            for (int shift = 0; shift < SoundRaster.CYCLE_SLOTS; shift++) {
                readings.add(code.decode(chips.despread(evidence.cells(phase), shift)));
            }
        }
        readings.sort(Comparator.comparingDouble(PayloadCode.Reading::correlation).reversed());
        return List.copyOf(readings.subList(0, MOST_GUESSES));
    }
}
