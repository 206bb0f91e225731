package studio.selfsame.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import studio.selfsame.media.ColourConversion;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.RgbImage;
import studio.selfsame.media.VideoFrame;

/**
 * Detects where a shot begins, where a face was lost and now and then besides; between that the mesh of one frame says
 * where to look in the next. Not thread-safe.
 */
final class MeshFaceTracker implements FaceTracker {
    private static final int LOOK_AROUND_EVERY = 25;

    private final FaceDetector detector;
    private final FaceReader faces;
    private final FaceEmbedder embedder;

    MeshFaceTracker(ModelCards cards) {
        detector = new FaceDetector(cards);
        faces = new FaceReader(cards);
        embedder = new FaceEmbedder(cards);
    }

    @Override
    public FaceTracking track(MediaReader reader, IntConsumer onFrame) {
        reader.seek(0);
        List<FaceTrack.Shot> shots = new ArrayList<>();
        List<FaceTrack> tracks = new ArrayList<>();
        ShotCuts cuts = new ShotCuts();
        ShotTrails trails = new ShotTrails(detector, faces, embedder);
        int shotStart = 0;
        int index = 0;
        for (Optional<VideoFrame> next = reader.nextFrame(); next.isPresent(); next = reader.nextFrame()) {
            VideoFrame frame = next.get();
            if (cuts.isCut(frame) && index > 0) {
                close(trails, shots, tracks, shotStart, index - 1);
                trails = new ShotTrails(detector, faces, embedder);
                shotStart = index;
            }
            trails.see(frame, index, (index - shotStart) % LOOK_AROUND_EVERY == 0);
            onFrame.accept(index);
            index++;
        }
        if (index > 0) {
            close(trails, shots, tracks, shotStart, index - 1);
        }
        return new FaceTracking(index, List.copyOf(shots), List.copyOf(tracks));
    }

    private static void close(
            ShotTrails trails, List<FaceTrack.Shot> shots, List<FaceTrack> tracks, int firstFrame, int lastFrame) {
        FaceTrack.Shot shot = new FaceTrack.Shot(shots.size(), firstFrame, lastFrame);
        shots.add(shot);
        tracks.addAll(trails.tracks(shot));
    }

    @Override
    public List<DetectedFace> detect(RgbImage picture) {
        VideoFrame frame = ColourConversion.toFrame(picture, 0);
        List<DetectedFace> found = new ArrayList<>();
        for (Region region : detector.detect(frame)) {
            faces.readAnew(frame, 0, region)
                    .ifPresent(face -> found.add(new DetectedFace(face, embedder.embed(frame, face.landmarks()))));
        }
        found.sort(Comparator.comparingDouble(face -> -face.observation().box().widthPx()));
        return found;
    }

    @Override
    public void close() {
        detector.close();
        faces.close();
        embedder.close();
    }
}
