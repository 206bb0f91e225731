package studio.selfsame.likeness.motion;

/**
 * The wanted mouth at one output frame.
 *
 * @param closed the lips must touch: inside p, b, m, and in silence
 * @param silent nobody speaks: rest pose, and no needless movement
 */
public record MouthTarget(MouthPose pose, boolean closed, boolean labiodental, boolean silent) {}
