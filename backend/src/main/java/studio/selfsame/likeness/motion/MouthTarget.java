package studio.selfsame.likeness.motion;

/**
 * The wanted mouth at one output frame.
 *
 * @param closed the lips must touch: inside p, b, m, and in silence
 * @param silent nobody speaks: rest pose, and no needless movement
 * @param learnt the wanted lips in the person's lip space where they were learnt from that person, 12 values; empty where
 *     rules alone made the pose
 */
public record MouthTarget(MouthPose pose, boolean closed, boolean labiodental, boolean silent, float[] learnt) {
    /** A pose made by rules. */
    public MouthTarget(MouthPose pose, boolean closed, boolean labiodental, boolean silent) {
        this(pose, closed, labiodental, silent, new float[0]);
    }

    /** The wanted lips in this person's lip space: as learnt, or as this person's lips are in that pose. */
    public float[] values(LipSpace lips) {
        return learnt.length == 0 ? lips.values(pose) : learnt;
    }

    @Override
    public String toString() {
        return "MouthTarget[" + pose + (closed ? ", closed" : "") + (silent ? ", silent" : "") + "]";
    }
}
