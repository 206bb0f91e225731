package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the payload of one key from a picture whose chips are in known places, wherever in the cycle it begins. */
final class PictureReader {
    /** What a pattern weighs in the difference of two epochs that carry it with opposite signs. */
    private static final float IN_DIFFERENCE = 2 * PictureLayers.VARYING;

    /**
     * Codecs treat the layers unlike: a still scene keeps little of what changes, a small picture little of what is fine. So
     * these shares are tried of what each layer would weigh if it had come through whole.
     */
    private static final float[] SHARES_OF_VARYING = {1, 0.3f, 0.08f};

    private static final float[] SHARES_OF_FINE = {1, 0.3f};

    private static final int MOST_MIXTURES = 3;

    private final PayloadCode code;
    private final int rows;
    private final int columns;
    private final PictureChips constant;
    private final List<PictureChips> varying = new ArrayList<>();

    /** Reads rows × columns fine chips (multiples of four) around the centre of the plane. */
    PictureReader(WatermarkKey key, int rows, int columns) {
        this.code = new PayloadCode(key, "picture");
        this.rows = rows;
        this.columns = columns;
        ChipDraw draw = new ChipDraw(key);
        this.constant = new PictureChips(draw, rows, columns, PictureChips.CONSTANT);
        for (int pattern = 0; pattern < PictureTimeline.PATTERNS; pattern++) {
            varying.add(new PictureChips(draw, rows, columns, pattern));
        }
    }

    /** The likeliest readings of evidence that is not empty, {@code most} of each of the likeliest mixtures of layers. */
    List<PayloadCode.Reading> read(PictureEvidence evidence, Sighting sighting, ChipLattice lattice, int most) {
        ChipGatherer gatherer = new ChipGatherer(lattice, sighting.placement(), rows, columns);
        Soft still = soft(constant, gatherer.gather(evidence.steady()), PictureLayers.CONSTANT);
        List<PictureEvidence.Pair> pairs = evidence.pairs(sighting.speed(), sighting.start());
        List<Soft> shifts = new ArrayList<>();
        for (int shift = 0; shift < PictureTimeline.PATTERNS; shift++) {
            shifts.add(new Soft(new float[PayloadCode.SYMBOLS], new float[PayloadCode.SYMBOLS]));
        }
        for (PictureEvidence.Pair pair : pairs) {
            float[] chips = gatherer.gather(pair.field());
            float[] coarse = CoarseChips.gather(chips, rows, columns);
            for (int shift = 0; shift < PictureTimeline.PATTERNS; shift++) {
                Soft soft = shifts.get(shift);
                varying.get(Math.floorMod(pair.index() + shift, PictureTimeline.PATTERNS))
                        .despread(chips, coarse, IN_DIFFERENCE, soft.fine(), soft.coarse());
            }
        }
        List<Mixture> mixtures = new ArrayList<>();
        for (Soft changing : shifts) {
            for (float share : SHARES_OF_VARYING) {
                for (float fine : SHARES_OF_FINE) {
                    mixtures.add(mixture(still.mixed(changing, fine, share)));
                }
            }
        }
        for (float fine : SHARES_OF_FINE) {
            // Grain takes what changes away and leaves its own noise there.
            mixtures.add(mixture(still.mixed(shifts.getFirst(), fine, 0)));
        }
        mixtures.sort(Comparator.comparingDouble((Mixture mixture) -> -mixture.correlation()));
        return mixtures.stream()
                .limit(most > 1 ? MOST_MIXTURES : 1)
                .flatMap(mixture -> code.decode(mixture.soft(), most).stream())
                .toList();
    }

    private Mixture mixture(float[] soft) {
        return new Mixture(soft, code.decode(soft).correlation());
    }

    /** Soft symbols and their correlation with the likeliest message. */
    private record Mixture(float[] soft, double correlation) {}

    private Soft soft(PictureChips pattern, float[] chips, float weight) {
        Soft soft = new Soft(new float[PayloadCode.SYMBOLS], new float[PayloadCode.SYMBOLS]);
        pattern.despread(chips, CoarseChips.gather(chips, rows, columns), weight, soft.fine(), soft.coarse());
        return soft;
    }

    /** Soft symbols by the scale of the chips that carried them. */
    private record Soft(float[] fine, float[] coarse) {
        float[] mixed(Soft other, float fineShare, float otherShare) {
            float[] sum = new float[coarse.length];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = coarse[i] + fineShare * fine[i];
                sum[i] += otherShare * (other.coarse[i] + fineShare * other.fine[i]);
            }
            return sum;
        }
    }

    boolean genuine(PayloadCode.Reading reading) {
        return code.genuine(reading);
    }

    long hypotheses() {
        return code.hypotheses();
    }
}
