package studio.selfsame.likeness.motion;

/**
 * What a mouth does, relative to what this person's mouth does.
 *
 * @param open gap of the inner lips: 0 closed, 1 as wide as this person opens in speech
 * @param width of the lips: −1 their most rounded, 0 their usual, 1 their most spread
 * @param jaw 0 up, 1 as far down as in their speech
 * @param lowerLip height of the lower lip's red: −1 tucked under the teeth, 0 usual, 1 full
 */
public record MouthPose(double open, double width, double jaw, double lowerLip) {
    static final MouthPose REST = new MouthPose(0, 0, 0, 0);

    double[] features() {
        return new double[] {1, open, width, jaw, lowerLip, open * open, open * width, width * width};
    }
}
