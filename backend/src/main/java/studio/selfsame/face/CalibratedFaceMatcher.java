package studio.selfsame.face;

import org.springframework.stereotype.Component;

/** Thresholds as calibrated in {@code docs/face-match.md}. */
@Component
final class CalibratedFaceMatcher implements FaceMatcher {
    static final double PRIMARY = 0.63;
    static final double SECOND = 0.93;

    @Override
    public FaceMatch match(FaceEmbedding a, FaceEmbedding b) {
        double primary = cosine(a.primary(), b.primary());
        double second = cosine(a.second(), b.second());
        return new FaceMatch(primary >= PRIMARY && second >= SECOND, primary, second);
    }

    private static double cosine(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("embeddings of different networks");
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return Math.clamp(sum, -1, 1);
    }
}
