package studio.selfsame.likeness.motion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * What is usual for one person's lips.
 *
 * @param spread root mean square of the lip values
 * @param variance of each lip value
 * @param rest lip values while nobody speaks
 * @param restJaw jaw while nobody speaks, as in {@link MouthPose}
 */
record LipStatistics(float spread, float[] variance, float[] rest, float restJaw) {
    private static final int LEAST_SILENT = 10;

    /** @param silent which of the moments fall into silence */
    static LipStatistics of(List<LipMoment> moments, boolean[] silent, LipSpace lips) {
        int n = LipSpace.COMPONENTS;
        double[] squares = new double[n];
        double[] rest = new double[n];
        double jaw = 0;
        int still = 0;
        for (int i = 0; i < moments.size(); i++) {
            LipMoment m = moments.get(i);
            for (int k = 0; k < n; k++) {
                squares[k] += (double) m.values()[k] * m.values()[k];
                rest[k] += silent[i] ? m.values()[k] : 0;
            }
            jaw += silent[i] ? m.jaw() : 0;
            still += silent[i] ? 1 : 0;
        }
        float[] variance = new float[n];
        float[] restValues = lips.values(MouthPose.REST);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += squares[k] / moments.size() / n;
            // Components that never move must still have a say in how lips close.
            variance[k] = (float) Math.max(1e-9, squares[k] / moments.size());
            restValues[k] = still < LEAST_SILENT ? restValues[k] : (float) (rest[k] / still);
        }
        float restJaw = still < LEAST_SILENT ? 0 : (float) (jaw / still);
        return new LipStatistics((float) Math.max(1e-6, Math.sqrt(sum)), variance, restValues, restJaw);
    }

    /**
     * The likeliest lips with this gap that are like these: the shift towards it that needs the fewest standard
     * deviations.
     *
     * @param opens by how much each value opens the lips
     */
    float[] withGap(float[] values, double by, float[] opens) {
        double sum = 0;
        for (int k = 0; k < opens.length; k++) {
            sum += variance[k] * opens[k] * opens[k];
        }
        float[] out = values.clone();
        for (int k = 0; k < opens.length && sum > 0; k++) {
            out[k] += (float) (by * variance[k] * opens[k] / sum);
        }
        return out;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeFloat(spread);
        out.writeFloat(restJaw);
        for (int k = 0; k < LipSpace.COMPONENTS; k++) {
            out.writeFloat(variance[k]);
            out.writeFloat(rest[k]);
        }
    }

    static LipStatistics read(DataInputStream in) throws IOException {
        float spread = in.readFloat();
        float restJaw = in.readFloat();
        float[] variance = new float[LipSpace.COMPONENTS];
        float[] rest = new float[LipSpace.COMPONENTS];
        for (int k = 0; k < LipSpace.COMPONENTS; k++) {
            variance[k] = in.readFloat();
            rest[k] = in.readFloat();
        }
        return new LipStatistics(spread, variance, rest, restJaw);
    }
}
