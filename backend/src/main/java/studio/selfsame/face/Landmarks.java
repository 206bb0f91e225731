package studio.selfsame.face;

/**
 * Points of a face mesh in pixels of the frame, in MediaPipe's order: 468 mesh points, then, where the attention mesh
 * was used, 10 iris points. {@code z} is relative depth in the same unit, smaller is nearer.
 */
public record Landmarks(float[] x, float[] y, float[] z) {
    public int size() {
        return x.length;
    }

    @Override
    public String toString() {
        return "Landmarks[" + size() + "]";
    }
}
