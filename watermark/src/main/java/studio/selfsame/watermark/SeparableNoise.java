package studio.selfsame.watermark;

import java.util.List;

/**
 * The covariance of a picture's residuals, estimated from themselves and taken as separable: a spread for each sample (a
 * talking mouth is noisier than the wall behind it), one for each field, and a correlation between neighbouring samples.
 */
final class SeparableNoise {
    private static final float SPREAD_FLOOR = 0.2f;

    private final int rows;
    private final int columns;
    private final SpectralWhitener whitener;

    SeparableNoise(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.whitener = new SpectralWhitener(rows, columns);
    }

    /**
     * Weights fields of the same statistics by the inverse of their covariance, in place.
     *
     * @param fields each rows × columns, row by row, zero mean
     * @param reach samples to each side over which a sample's spread is estimated
     */
    void weighOut(List<float[]> fields, int reach) {
        if (fields.isEmpty()) {
            return;
        }
        float[] rms = new float[fields.size()];
        for (int i = 0; i < rms.length; i++) {
            rms[i] = rms(fields.get(i));
            scale(fields.get(i), 1 / rms[i]);
        }
        float[] spread = spread(fields, reach);
        for (float[] field : fields) {
            divide(field, spread, 1);
        }
        whitener.whiten(fields);
        for (int i = 0; i < rms.length; i++) {
            divide(fields.get(i), spread, rms[i]);
        }
    }

    /** Root mean square of each sample over the fields and its surroundings. */
    private float[] spread(List<float[]> fields, int reach) {
        float[] power = new float[rows * columns];
        float mean = 0;
        for (float[] field : fields) {
            for (int i = 0; i < power.length; i++) {
                power[i] += field[i] * field[i] / fields.size();
            }
        }
        new BoxBlur(rows, columns).of(power, power, reach);
        for (float p : power) {
            mean += p / power.length;
        }
        for (int i = 0; i < power.length; i++) {
            power[i] = (float) Math.sqrt(Math.max(0, power[i]) + SPREAD_FLOOR * mean + Float.MIN_NORMAL);
        }
        return power;
    }

    private static float rms(float[] field) {
        double power = 0;
        for (float value : field) {
            power += value * value;
        }
        return (float) Math.sqrt(power / field.length + Float.MIN_NORMAL);
    }

    private static void scale(float[] field, float by) {
        for (int i = 0; i < field.length; i++) {
            field[i] *= by;
        }
    }

    private static void divide(float[] field, float[] by, float rms) {
        for (int i = 0; i < field.length; i++) {
            field[i] /= by[i] * rms;
        }
    }
}
