package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.List;

/** Reads the payload of one key from a picture whose chips are in known places, wherever in the cycle it begins. */
final class PictureReader {
    /** What a pattern weighs in the difference of two epochs that carry it with opposite signs. */
    private static final float IN_DIFFERENCE = 2 * PictureLayers.VARYING;

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

    /** The likeliest reading of evidence that is not empty. */
    PayloadCode.Reading read(PictureEvidence evidence, Sighting sighting, ChipLattice lattice) {
        ChipGatherer gatherer = new ChipGatherer(lattice, sighting.placement(), rows, columns);
        float[] common = new float[PayloadCode.SYMBOLS];
        float[] steady = gatherer.gather(evidence.steady());
        constant.despread(steady, CoarseChips.gather(steady, rows, columns), PictureLayers.CONSTANT, common);
        List<PictureEvidence.Pair> pairs = evidence.pairs(sighting.speed(), sighting.start());
        float[][][] soft = new float[pairs.size()][][];
        for (int i = 0; i < soft.length; i++) {
            soft[i] = softOfEveryPattern(gatherer.gather(pairs.get(i).field()));
        }
        PayloadCode.Reading best = code.decode(common);
        for (int shift = 0; shift < PictureTimeline.PATTERNS; shift++) {
            float[] sum = common.clone();
            for (int i = 0; i < soft.length; i++) {
                add(soft[i][Math.floorMod(pairs.get(i).index() + shift, PictureTimeline.PATTERNS)], sum);
            }
            PayloadCode.Reading reading = code.decode(sum);
            best = reading.correlation() > best.correlation() ? reading : best;
        }
        return best;
    }

    private float[][] softOfEveryPattern(float[] chips) {
        float[][] soft = new float[PictureTimeline.PATTERNS][PayloadCode.SYMBOLS];
        float[] coarse = CoarseChips.gather(chips, rows, columns);
        for (int pattern = 0; pattern < soft.length; pattern++) {
            varying.get(pattern).despread(chips, coarse, IN_DIFFERENCE, soft[pattern]);
        }
        return soft;
    }

    private static void add(float[] more, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }

    boolean genuine(PayloadCode.Reading reading) {
        return code.genuine(reading);
    }
}
