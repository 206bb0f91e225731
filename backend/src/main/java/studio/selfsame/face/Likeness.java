package studio.selfsame.face;

/** How like one another two faces of one shot are, told by the first net alone: it parts people further than the second. */
final class Likeness {
    /** Below it a face is another person's: one person's samples of one clip were never below 0.70, two people's never above 0.56. */
    static final double ANOTHER = 0.5;

    private Likeness() {}

    /** −1..1. */
    static double of(FaceEmbedding a, FaceEmbedding b) {
        double sum = 0;
        for (int i = 0; i < a.primary().length; i++) {
            sum += a.primary()[i] * b.primary()[i];
        }
        return sum;
    }
}
