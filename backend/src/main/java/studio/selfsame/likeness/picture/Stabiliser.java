package studio.selfsame.likeness.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.Landmarks;
import studio.selfsame.face.OwnLook;
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
    /** A Gaussian blur with a spread of a twentieth of the distance of the eyes leaves a face about so much of its sharpness. */
    private static final double BLURRED = 0.06;

    private static final double LEAP = 0.07;
    private static final int POSE_HALF_WINDOW = 4;

    private final double[] anchorX;
    private final double[] anchorY;
    private final OwnLook own;

    private Stabiliser(double[] anchorX, double[] anchorY, OwnLook own) {
        this.anchorX = anchorX;
        this.anchorY = anchorY;
        this.own = own;
    }

    /** Learns the person's mean anchor arrangement by generalised Procrustes over the most frontal observations. */
    public static Stabiliser learn(List<FaceObservation> observations) {
        List<FaceObservation> frontal = observations.stream()
                .sorted((p, q) -> Double.compare(turn(p), turn(q)))
                .limit(Math.max(1, observations.size() / 2))
                .toList();
        Landmarks first = frontal.getFirst().landmarks();
        OwnLook own = OwnLook.of(observations);
        Stabiliser mean = new Stabiliser(pick(first.x()), pick(first.y()), own).normalised();
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
            mean = new Stabiliser(x, y, own).normalised();
        }
        return mean;
    }

    public void write(DataOutputStream out) throws IOException {
        for (int i = 0; i < anchorX.length; i++) {
            out.writeDouble(anchorX[i]);
            out.writeDouble(anchorY[i]);
        }
        out.writeDouble(own.leftLipRed());
        out.writeDouble(own.rightLipRed());
        out.writeDouble(own.sharpness());
    }

    public static Stabiliser read(DataInputStream in) throws IOException {
        double[] x = new double[FaceGeometry.ANCHORS.length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = in.readDouble();
            y[i] = in.readDouble();
        }
        return new Stabiliser(x, y, new OwnLook(in.readDouble(), in.readDouble(), in.readDouble()));
    }

    /** All tracks of one person in this space, in frame order; of one recording, which need not be the enrolled one. */
    public List<StabilisedFace> stabilise(List<FaceTrack> tracks) {
        OwnLook look = own.in(
                tracks.stream().flatMap(track -> track.observations().stream()).toList());
        return tracks.stream()
                .flatMap(track -> stabilise(track.observations(), look).stream())
                .sorted(Comparator.comparingInt(StabilisedFace::frameIndex))
                .toList();
    }

    /** Observations of one shot in frame order; gaps and unseen cuts split the smoothing. */
    public List<StabilisedFace> stabilise(List<FaceObservation> shot, OwnLook look) {
        List<StabilisedFace> out = new ArrayList<>(shot.size());
        int start = 0;
        for (int i = 1; i <= shot.size(); i++) {
            if (i == shot.size() || breaks(shot.get(i - 1), shot.get(i))) {
                out.addAll(run(shot.subList(start, i), look));
                start = i;
            }
        }
        return out;
    }

    /** A gap, or a leap no head makes between frames: a cut between takes of the same scene. */
    private static boolean breaks(FaceObservation a, FaceObservation b) {
        int eye = FaceGeometry.ANCHORS[1];
        double leap = Math.hypot(
                a.landmarks().x()[eye] - b.landmarks().x()[eye],
                a.landmarks().y()[eye] - b.landmarks().y()[eye]);
        return b.frameIndex() != a.frameIndex() + 1 || leap > LEAP * FaceGeometry.interocularPx(a.landmarks());
    }

    private List<StabilisedFace> run(List<FaceObservation> run, OwnLook look) {
        int n = run.size();
        double[][] motion = new double[4][n];
        for (int i = 0; i < n; i++) {
            Similarity toFrame = fit(run.get(i).landmarks()).inverse();
            // The face's middle, size and angle are smoothed, not the matrix: its shift would carry the lever of the
            // origin.
            motion[0][i] = toFrame.x(0, 0.5);
            motion[1][i] = toFrame.y(0, 0.5);
            motion[2][i] = Math.log(toFrame.scale());
            motion[3][i] = toFrame.angleRad();
        }
        for (int k = 0; k < motion.length; k++) {
            motion[k] = Smoothing.parabola(motion[k], POSE_HALF_WINDOW);
        }
        List<Similarity> transforms = new ArrayList<>(n);
        float[][] lips = new float[n][];
        float[][] jaws = new float[n][];
        for (int i = 0; i < n; i++) {
            double scale = Math.exp(motion[2][i]);
            double cos = scale * Math.cos(motion[3][i]);
            double sin = scale * Math.sin(motion[3][i]);
            Similarity toFace = new Similarity(cos, sin, motion[0][i] + 0.5 * sin, motion[1][i] - 0.5 * cos).inverse();
            transforms.add(toFace);
            Landmarks marks = run.get(i).landmarks();
            lips[i] = new LipShape(
                            FaceGeometry.points(marks, FaceGeometry.OUTER_LIPS, toFace),
                            FaceGeometry.points(marks, FaceGeometry.INNER_LIPS, toFace))
                    .vector();
            jaws[i] = FaceGeometry.points(marks, FaceGeometry.JAW, toFace);
        }
        // Lips are not smoothed: they say where a mouth lies in its own picture, and what it says it must hit.
        smooth(jaws, POSE_HALF_WINDOW - 1);
        List<StabilisedFace> out = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            FaceObservation o = run.get(i);
            Landmarks marks = o.landmarks();
            double noseY = transforms.get(i).y(marks.x()[FaceGeometry.NOSE_BASE], marks.y()[FaceGeometry.NOSE_BASE]);
            double chinY = jaws[i][FaceGeometry.JAW.length + FaceGeometry.CHIN];
            boolean covered = look.isCovered(o);
            boolean usable = o.confidence() >= MIN_CONFIDENCE
                    && !covered
                    && Math.abs(o.pose().yawDeg()) <= MAX_YAW_DEG
                    && Math.abs(o.pose().pitchDeg()) <= MAX_PITCH_DEG
                    && look.sharpnessOf(o) >= MIN_RELATIVE_SHARPNESS;
            out.add(new StabilisedFace(
                    o.frameIndex(),
                    o.presentationTimeUs(),
                    transforms.get(i),
                    LipShape.of(lips[i]),
                    jaws[i],
                    chinY - noseY,
                    o.pose(),
                    o.eyeOpenness(),
                    o.sharpness(),
                    usable,
                    covered,
                    look.sharpnessOf(o) < BLURRED));
        }
        return out;
    }

    private static void smooth(float[][] rows, int half) {
        for (int k = 0; k < rows[0].length; k++) {
            double[] series = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                series[i] = rows[i][k];
            }
            series = Smoothing.parabola(series, half);
            for (int i = 0; i < rows.length; i++) {
                rows[i][k] = (float) series[i];
            }
        }
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
        return new Stabiliser(x, y, own);
    }

    private static double[] pick(float[] values) {
        return Arrays.stream(FaceGeometry.ANCHORS).mapToDouble(i -> values[i]).toArray();
    }

    private static double turn(FaceObservation o) {
        return Math.abs(o.pose().yawDeg()) + Math.abs(o.pose().pitchDeg());
    }
}
