package studio.selfsame.likeness.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.Landmarks;
import studio.selfsame.likeness.motion.LipShape;

/**
 * Brings every observation of one person into one rigid space, so that only what the mouth does still moves. The space
 * is the person's own mean arrangement of eyes, nose and temples, scaled so that the eyes' centres are 1 apart.
 */
public final class Stabiliser {
    private static final double MAX_YAW_DEG = 25;
    private static final double MAX_PITCH_DEG = 22;
    private static final double MIN_CONFIDENCE = 0.5;
    private static final double MIN_RELATIVE_SHARPNESS = 0.35;

    private final double[] anchorX;
    private final double[] anchorY;

    private Stabiliser(double[] anchorX, double[] anchorY) {
        this.anchorX = anchorX;
        this.anchorY = anchorY;
    }

    /** Learns the person's mean anchor arrangement by generalised Procrustes over the most frontal observations. */
    public static Stabiliser learn(List<FaceObservation> observations) {
        List<FaceObservation> frontal = observations.stream()
                .sorted((p, q) -> Double.compare(turn(p), turn(q)))
                .limit(Math.max(1, observations.size() / 2))
                .toList();
        Landmarks first = frontal.getFirst().landmarks();
        Stabiliser mean = new Stabiliser(pick(first.x()), pick(first.y())).normalised();
        for (int round = 0; round < 3; round++) {
            double[] x = new double[FaceGeometry.ANCHORS.length];
            double[] y = new double[FaceGeometry.ANCHORS.length];
            for (FaceObservation o : frontal) {
                Similarity s = mean.fit(o.landmarks());
                float[] p = FaceGeometry.points(o.landmarks(), FaceGeometry.ANCHORS, s);
                for (int i = 0; i < x.length; i++) {
                    x[i] += p[i] / frontal.size();
                    y[i] += p[x.length + i] / frontal.size();
                }
            }
            mean = new Stabiliser(x, y).normalised();
        }
        return mean;
    }

    public void write(DataOutputStream out) throws IOException {
        for (int i = 0; i < anchorX.length; i++) {
            out.writeDouble(anchorX[i]);
            out.writeDouble(anchorY[i]);
        }
    }

    public static Stabiliser read(DataInputStream in) throws IOException {
        double[] x = new double[FaceGeometry.ANCHORS.length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = in.readDouble();
            y[i] = in.readDouble();
        }
        return new Stabiliser(x, y);
    }

    /** All tracks of one person in this space, in frame order. */
    public List<StabilisedFace> stabilise(List<FaceTrack> tracks) {
        double[] sharpness = tracks.stream()
                .flatMap(track -> track.observations().stream())
                .mapToDouble(FaceObservation::sharpness)
                .sorted()
                .toArray();
        return tracks.stream()
                .flatMap(track -> stabilise(track.observations(), sharpness[sharpness.length / 2]).stream())
                .sorted(Comparator.comparingInt(StabilisedFace::frameIndex))
                .toList();
    }

    /** Observations of one shot in frame order. Where they tremble the tracker has calmed them; nothing is smoothed here. */
    public List<StabilisedFace> stabilise(List<FaceObservation> shot, double medianSharpness) {
        return shot.stream().map(o -> stabilised(o, medianSharpness)).toList();
    }

    private StabilisedFace stabilised(FaceObservation o, double medianSharpness) {
        Landmarks marks = o.landmarks();
        Similarity toFace = fit(marks);
        LipShape lips = new LipShape(
                FaceGeometry.points(marks, FaceGeometry.OUTER_LIPS, toFace),
                FaceGeometry.points(marks, FaceGeometry.INNER_LIPS, toFace));
        float[] jaw = FaceGeometry.points(marks, FaceGeometry.JAW, toFace);
        double noseY = toFace.y(marks.x()[FaceGeometry.NOSE_BASE], marks.y()[FaceGeometry.NOSE_BASE]);
        boolean usable = o.confidence() >= MIN_CONFIDENCE
                && Math.abs(o.pose().yawDeg()) <= MAX_YAW_DEG
                && Math.abs(o.pose().pitchDeg()) <= MAX_PITCH_DEG
                && o.sharpness() >= MIN_RELATIVE_SHARPNESS * medianSharpness;
        return new StabilisedFace(
                o.frameIndex(),
                o.presentationTimeUs(),
                toFace,
                lips,
                jaw,
                jaw[FaceGeometry.JAW.length + FaceGeometry.CHIN] - noseY,
                o.pose(),
                o.eyeOpenness(),
                o.sharpness(),
                usable);
    }

    /** From pixels of the frame to stabilised space. */
    Similarity fit(Landmarks marks) {
        return Similarity.fit(pick(marks.x()), pick(marks.y()), anchorX, anchorY, FaceGeometry.ANCHOR_WEIGHTS);
    }

    private Stabiliser normalised() {
        double rx = (anchorX[0] + anchorX[1]) / 2;
        double ry = (anchorY[0] + anchorY[1]) / 2;
        double lx = (anchorX[2] + anchorX[3]) / 2;
        double ly = (anchorY[2] + anchorY[3]) / 2;
        Similarity s = Similarity.fit(
                new double[] {rx, lx},
                new double[] {ry, ly},
                new double[] {-0.5, 0.5},
                new double[] {0, 0},
                new double[] {1, 1});
        double[] x = new double[anchorX.length];
        double[] y = new double[anchorX.length];
        Arrays.setAll(x, i -> s.x(anchorX[i], anchorY[i]));
        Arrays.setAll(y, i -> s.y(anchorX[i], anchorY[i]));
        return new Stabiliser(x, y);
    }

    private static double[] pick(float[] values) {
        return Arrays.stream(FaceGeometry.ANCHORS).mapToDouble(i -> values[i]).toArray();
    }

    private static double turn(FaceObservation o) {
        return Math.abs(o.pose().yawDeg()) + Math.abs(o.pose().pitchDeg());
    }
}
