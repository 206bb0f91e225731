package studio.selfsame.face;

/**
 * Identity vectors of one aligned face from two independent networks, each of unit length. A biometric: never printed,
 * never stored outside the vault.
 */
public record FaceEmbedding(float[] primary, float[] second) {
    @Override
    public String toString() {
        return "FaceEmbedding[hidden]";
    }
}
