package studio.selfsame.face;

/**
 * Whether two faces are the same person's: both networks must agree.
 *
 * @param primaryCosine -1..1
 * @param secondCosine -1..1
 */
public record FaceMatch(boolean same, double primaryCosine, double secondCosine) {}
