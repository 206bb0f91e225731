package studio.selfsame.identity;

import java.util.List;
import java.util.function.IntConsumer;
import studio.selfsame.face.DetectedFace;
import studio.selfsame.face.FaceEmbedding;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTracker;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.face.HeadPose;
import studio.selfsame.face.Landmarks;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.RgbImage;

/** A face tracker that sees the same faces in every picture. */
record StillFaces(List<DetectedFace> faces) implements FaceTracker {
    static final float[] PRIMARY = {0.6f, 0.8f};

    static DetectedFace frontal(float sizePx) {
        return turned(sizePx, 0);
    }

    static DetectedFace turned(float sizePx, double yawDeg) {
        var observation = new FaceObservation(
                0,
                0,
                new FaceObservation.Box(10, 10, sizePx, sizePx),
                new Landmarks(new float[0], new float[0], new float[0]),
                new HeadPose(yawDeg, 0, 0),
                1,
                0.3,
                0,
                100,
                120);
        return new DetectedFace(observation, new FaceEmbedding(PRIMARY, new float[] {1, 0, 0}));
    }

    @Override
    public List<DetectedFace> detect(RgbImage picture) {
        return faces;
    }

    @Override
    public FaceTracking track(MediaReader reader, IntConsumer onFrame) {
        throw new UnsupportedOperationException("pictures only");
    }

    @Override
    public void close() {}
}
