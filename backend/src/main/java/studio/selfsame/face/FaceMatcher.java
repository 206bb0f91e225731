package studio.selfsame.face;

/** Compares faces 1:1 with calibrated thresholds. */
public interface FaceMatcher {
    FaceMatch match(FaceEmbedding a, FaceEmbedding b);
}
