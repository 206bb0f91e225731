package studio.selfsame.face;

/**
 * What one mesh says by itself, before it is compared with the other frames of its track.
 *
 * @param leftAspect eye aspect ratio of the eye on the left of the picture
 * @param browHeight of the brows above the eyes' corners, over interocular distance, the head's nodding taken off
 */
record FaceFigures(
        HeadFit head,
        double leftAspect,
        double rightAspect,
        double mouthOpenness,
        double browHeight,
        double gazeYawDeg,
        double gazePitchDeg) {
    private static final int[] BROWS = {63, 53, 105, 52, 293, 283, 334, 282};
    private static final int[] CORNERS = {33, 133, 362, 263};
    private static final double INTEROCULAR_CM = 6.3;

    static FaceFigures of(Landmarks p, HeadPoseFit heads) {
        return of(p, heads.fit(p), heads);
    }

    /** @param head as it lies on the mesh */
    static FaceFigures of(Landmarks p, HeadFit head, HeadPoseFit heads) {
        double[] gaze = Gaze.of(p, head);
        return new FaceFigures(
                head,
                FaceGeometry.leftEyeAspect(p),
                FaceGeometry.rightEyeAspect(p),
                FaceGeometry.mouthOpenness(p),
                browHeight(p, head, heads),
                gaze[0],
                gaze[1]);
    }

    // In the picture, not from the mesh's depth; how far the brows stand out is taken from the canonical head.
    private static double browHeight(Landmarks p, HeadFit head, HeadPoseFit heads) {
        double roll = Math.toRadians(head.pose().rollDeg());
        double pitch = Math.toRadians(Math.clamp(head.pose().pitchDeg(), -60, 60));
        double height =
                (up(p, BROWS, roll) - up(p, CORNERS, roll)) / head.position().pxPerCm();
        double stand = depth(heads, BROWS) - depth(heads, CORNERS);
        return (height - stand * Math.sin(pitch)) / Math.cos(pitch) / INTEROCULAR_CM;
    }

    private static double up(Landmarks p, int[] points, double roll) {
        double sum = 0;
        for (int i : points) {
            sum += p.x()[i] * Math.sin(roll) - p.y()[i] * Math.cos(roll);
        }
        return sum / points.length;
    }

    private static double depth(HeadPoseFit heads, int[] points) {
        double sum = 0;
        for (int i : points) {
            sum += heads.canonical(i)[2];
        }
        return sum / points.length;
    }
}
