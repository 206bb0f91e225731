package studio.selfsame.face;

/** Where the face nets expect eyes, nose and mouth: identity is only comparable between equally aligned faces. */
final class FaceAlignment {
    static final int ARCFACE_SIZE = 112;
    static final int CHIP_SIZE = 150;

    /** ArcFace (Deng et al. 2019): eyes' centres, tip of the nose, corners of the mouth. */
    private static final double[][] ARCFACE = {
        {38.2946, 51.6963}, {73.5318, 51.5014}, {56.0252, 71.7366}, {41.5493, 92.3655}, {70.7299, 92.2041}
    };

    /** dlib's five points in a unit face: corners of the eyes from left to right, then below the nose. */
    private static final double[][] CHIP = {
        {0.1205750620789, 0.2137274526848},
        {0.3340850613712, 0.2290642403242},
        {0.6460604764104, 0.2289674387677},
        {0.8595674595992, 0.2134981538014},
        {0.4901123135679, 0.6277975316475}
    };

    private static final double CHIP_PADDING = 0.25;

    private FaceAlignment() {}

    /** From the 112×112 patch to the frame. */
    static Similarity arcFace(Landmarks p) {
        return Similarity.fit(ARCFACE, new double[][] {
            centre(p, 33, 133, 159, 145), centre(p, 263, 362, 386, 374), centre(p, 1, 4), centre(p, 61), centre(p, 291)
        });
    }

    /** From dlib's 150×150 face chip to the frame. */
    static Similarity chip(Landmarks p) {
        double[][] from = new double[CHIP.length][];
        for (int i = 0; i < from.length; i++) {
            from[i] = new double[] {
                (CHIP_PADDING + CHIP[i][0]) / (2 * CHIP_PADDING + 1) * CHIP_SIZE,
                (CHIP_PADDING + CHIP[i][1]) / (2 * CHIP_PADDING + 1) * CHIP_SIZE
            };
        }
        return Similarity.fit(
                from, new double[][] {centre(p, 33), centre(p, 133), centre(p, 362), centre(p, 263), centre(p, 2)});
    }

    private static double[] centre(Landmarks p, int... points) {
        double x = 0;
        double y = 0;
        for (int i : points) {
            x += p.x()[i] / points.length;
            y += p.y()[i] / points.length;
        }
        return new double[] {x, y};
    }
}
