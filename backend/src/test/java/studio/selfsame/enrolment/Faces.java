package studio.selfsame.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.selfsame.face.FaceEmbedding;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.face.HeadPose;
import studio.selfsame.face.HeadPosition;
import studio.selfsame.face.Landmarks;

/** Made-up faces at 25 frames per second. */
public final class Faces {
    public static final FaceEmbedding SELF = new FaceEmbedding(new float[] {0.96f, 0.28f}, new float[] {0.96f, 0.28f});
    public static final FaceEmbedding STRANGER =
            new FaceEmbedding(new float[] {0.28f, 0.96f}, new float[] {0.28f, 0.96f});

    private Faces() {}

    public static FaceTracking oneShot(int frames, FaceTrack... tracks) {
        return new FaceTracking(frames, List.of(shot(0, 0, frames - 1)), List.of(tracks));
    }

    public static FaceTrack.Shot shot(int index, int first, int last) {
        return new FaceTrack.Shot(index, first, last);
    }

    public static FaceTrack track(FaceTrack.Shot shot, FaceEmbedding... samples) {
        return track(shot, good(shot), samples);
    }

    public static FaceTrack track(FaceTrack.Shot shot, List<FaceObservation> observations, FaceEmbedding... samples) {
        return new FaceTrack(shot, observations, List.of(samples));
    }

    static List<FaceObservation> good(FaceTrack.Shot shot) {
        return IntStream.rangeClosed(shot.firstFrame(), shot.lastFrame())
                .mapToObj(frame -> face(frame, 200, 110, 0))
                .toList();
    }

    /** Good ones, but frames {@code from} to before {@code to} have this brightness. */
    static List<FaceObservation> withBrightness(FaceTrack.Shot shot, int from, int to, double brightness) {
        List<FaceObservation> faces = new ArrayList<>(good(shot));
        for (int i = from; i < to; i++) {
            faces.set(i, face(i, 200, brightness, 0));
        }
        return faces;
    }

    /** At 200 pixels of 640 by 480, well lit. */
    static FaceObservation seen(
            int frame,
            double yawDeg,
            double confidence,
            double sharpness,
            FaceObservation.Box box,
            FaceObservation.Pixels pixels) {
        return new FaceObservation(
                frame,
                frame * 40_000L,
                box,
                new Landmarks(new float[0], new float[0], new float[0]),
                new HeadPose(yawDeg, 0, 0),
                new HeadPosition(200, 200, 10),
                confidence,
                0.3,
                new FaceObservation.Eyes(0.3, 0.3, 0, 0, 0, 0),
                0.1,
                0,
                sharpness,
                110,
                pixels);
    }

    static FaceObservation face(int frame, float heightPx, double brightness, double yawDeg) {
        return new FaceObservation(
                frame,
                frame * 40_000L,
                new FaceObservation.Box(30, 20, heightPx * 0.8f, heightPx),
                new Landmarks(new float[0], new float[0], new float[0]),
                new HeadPose(yawDeg, 0, 0),
                0.95,
                0.3,
                0.1,
                200,
                brightness);
    }
}
