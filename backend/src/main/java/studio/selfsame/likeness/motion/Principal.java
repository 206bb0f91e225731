package studio.selfsame.likeness.motion;

import java.util.List;

/** Principal components of rows of equal length, by power iteration with deflation; deterministic. */
record Principal(float[] mean, float[][] axes) {
    private static final int ROUNDS = 150;

    static Principal of(List<float[]> rows, int components) {
        int d = rows.getFirst().length;
        double[] mean = new double[d];
        for (float[] row : rows) {
            for (int i = 0; i < d; i++) {
                mean[i] += row[i] / rows.size();
            }
        }
        double[][] covariance = new double[d][d];
        double[] centred = new double[d];
        for (float[] row : rows) {
            for (int i = 0; i < d; i++) {
                centred[i] = row[i] - mean[i];
            }
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    covariance[i][j] += centred[i] * centred[j] / rows.size();
                }
            }
        }
        float[][] axes = new float[components][];
        for (int k = 0; k < components; k++) {
            axes[k] = strongest(covariance, k);
        }
        float[] m = new float[d];
        for (int i = 0; i < d; i++) {
            m[i] = (float) mean[i];
        }
        return new Principal(m, axes);
    }

    /** The strongest axis, which is then taken out of {@code covariance}. */
    private static float[] strongest(double[][] covariance, int seed) {
        int d = covariance.length;
        double[] v = new double[d];
        for (int i = 0; i < d; i++) {
            v[i] = 1 + Math.sin(1.7 * i + seed);
        }
        double value = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[d];
            double norm = 0;
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    next[i] += covariance[i][j] * v[j];
                }
                norm += next[i] * next[i];
            }
            value = Math.sqrt(norm);
            if (value < 1e-18) {
                break;
            }
            for (int i = 0; i < d; i++) {
                v[i] = next[i] / value;
            }
        }
        float[] axis = new float[d];
        for (int i = 0; i < d; i++) {
            axis[i] = value < 1e-18 ? 0 : (float) v[i];
            for (int j = 0; j < d; j++) {
                covariance[i][j] -= value < 1e-18 ? 0 : value * v[i] * v[j];
            }
        }
        return axis;
    }

    float[] project(float[] row) {
        float[] out = new float[axes.length];
        for (int k = 0; k < axes.length; k++) {
            float sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += axes[k][i] * (row[i] - mean[i]);
            }
            out[k] = sum;
        }
        return out;
    }

    float[] reconstruct(float[] values) {
        float[] out = mean.clone();
        for (int k = 0; k < axes.length; k++) {
            for (int i = 0; i < out.length; i++) {
                out[i] += values[k] * axes[k][i];
            }
        }
        return out;
    }
}
