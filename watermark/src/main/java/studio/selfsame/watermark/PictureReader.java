package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries one key on accumulated picture, for every place in the cycle at which the material may begin. */
final class PictureReader {
    /** Guesses worth putting to the tag: the likeliest and its runner-up. */
    private static final int MOST_GUESSES = 2;
    /** What a pattern weighs in the difference of two epochs that carry it with opposite signs. */
    private static final float IN_DIFFERENCE = 2 * PictureLayers.VARYING;

    private final String keyId;
    private final PayloadCode code;
    private final TagBudget budget = new TagBudget();
    private final PictureChips constant;
    private final List<PictureChips> varying = new ArrayList<>();

    PictureReader(WatermarkKey key, ChipLattice lattice) {
        this.keyId = key.keyId();
        this.code = new PayloadCode(key, "picture");
        this.constant = new PictureChips(key, lattice, PictureChips.CONSTANT);
        for (int pattern = 0; pattern < PictureTimeline.PATTERNS; pattern++) {
            varying.add(new PictureChips(key, lattice, pattern));
        }
    }

    String keyId() {
        return keyId;
    }

    /** Whether the reading was made with this key; false for good once the {@link TagBudget} is spent. */
    boolean genuine(PayloadCode.Reading reading) {
        return budget.take() && code.genuine(reading);
    }

    /** The likeliest readings, best first, at most {@value #MOST_GUESSES}; none without frames. */
    List<PayloadCode.Reading> read(EpochAccumulator accumulator, EpochFields fields) {
        EpochFields.@Nullable Field still = fields.constant(accumulator);
        if (still == null) {
            return List.of();
        }
        float[] common = new float[PayloadCode.SYMBOLS];
        constant.despread(still.fine(), still.coarse(), PictureLayers.CONSTANT, common);
        List<PayloadCode.Reading> readings = new ArrayList<>();
        for (int phase = 0; phase < PictureTimeline.BINS_PER_EPOCH; phase++) {
            List<EpochFields.@Nullable Field> differences = fields.differences(accumulator, phase);
            for (int shift = 0; shift < PictureTimeline.EPOCHS; shift++) {
                readings.add(code.decode(soft(common, differences, shift)));
            }
        }
        readings.sort(
                Comparator.comparingDouble(PayloadCode.Reading::correlation).reversed());
        return List.copyOf(readings.subList(0, MOST_GUESSES));
    }

    /** Soft symbols if the clock of the material is {@code shift} epochs behind that of the mark. */
    private float[] soft(float[] common, List<EpochFields.@Nullable Field> differences, int shift) {
        float[] soft = common.clone();
        for (int pattern = 0; pattern < PictureTimeline.PATTERNS; pattern++) {
            EpochFields.@Nullable Field difference =
                    differences.get(Math.floorMod(2 * pattern - shift, PictureTimeline.EPOCHS));
            if (difference != null) {
                varying.get(pattern).despread(difference.fine(), difference.coarse(), IN_DIFFERENCE, soft);
            }
        }
        return soft;
    }
}
