package studio.selfsame.likeness.motion;

/**
 * How one filmed frame shows the lips.
 *
 * @param timeUs the middle of the frame's time
 * @param values in the person's lip space, 12
 * @param jaw as in {@link MouthPose}
 */
public record LipMoment(long timeUs, float[] values, double jaw) {
    @Override
    public String toString() {
        return "LipMoment[hidden]";
    }
}
