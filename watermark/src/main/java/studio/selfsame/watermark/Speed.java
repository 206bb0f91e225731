package studio.selfsame.watermark;

/** Undoes a known change of speed in a series of feature vectors. */
final class Speed {
    static final double UNCHANGED = 1;
    private static final double LEAST = 0.5;
    private static final double MOST = 2;

    private Speed() {}

    /**
     * The series as it would have been at its original speed, by straight lines between its vectors.
     *
     * @param speed that it has, relative to the original
     * @throws IllegalArgumentException if the speed is not ½..2
     */
    static float[][] undo(double speed, float[][] series) {
        if (!(speed >= LEAST && speed <= MOST)) {
            throw new IllegalArgumentException("A speed of %s cannot be undone: 0.5 to 2 can".formatted(speed));
        }
        if (speed == UNCHANGED || series.length == 0) {
            return series;
        }
        int features = series[0].length;
        float[][] slow = new float[(int) Math.floor((series.length - 1) * speed) + 1][features];
        for (int i = 0; i < slow.length; i++) {
            double place = i / speed;
            int before = (int) place;
            int after = Math.min(before + 1, series.length - 1);
            float share = (float) (place - before);
            for (int feature = 0; feature < features; feature++) {
                slow[i][feature] = series[before][feature] + share * (series[after][feature] - series[before][feature]);
            }
        }
        return slow;
    }
}
