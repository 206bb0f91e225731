package studio.selfsame.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
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
    private final HeadPoseFit heads;
    private final TrackReading reading;

    MeshFaceTracker(ModelCards cards) {
        detector = new FaceDetector(cards);
        faces = new FaceReader(cards);
        embedder = new FaceEmbedder(cards);
        heads = new HeadPoseFit(cards);
        reading = new TrackReading(heads);
    }

    @Override
    public FaceTracking track(MediaReader reader, IntConsumer onFrame) {
        return track(reader, onFrame, reading::smoothed);
    }

    @Override
    public FaceTracking trackRaw(MediaReader reader, IntConsumer onFrame) {
        return track(reader, onFrame, reading::raw);
    }

    private FaceTracking track(
            MediaReader reader, IntConsumer onFrame, Function<List<Sighting>, List<FaceObservation>> observe) {
        reader.seek(0);
        List<FaceTrack.Shot> shots = new ArrayList<>();
        List<FaceTrack> tracks = new ArrayList<>();
        ShotTrails trails = new ShotTrails(detector, faces, embedder, heads);
        int shotStart = 0;
        int index = 0;
        try (FramesAhead frames = new FramesAhead(reader)) {
            for (var next = frames.next(); next.isPresent(); next = frames.next()) {
                if (next.get().startsShot() && index > 0) {
                    close(trails, shots, tracks, shotStart, index - 1, observe);
                    trails = new ShotTrails(detector, faces, embedder, heads);
                    shotStart = index;
                }
                trails.see(next.get().frame(), index, (index - shotStart) % LOOK_AROUND_EVERY == 0);
                onFrame.accept(index);
                index++;
            }
        }
        if (index > 0) {
            close(trails, shots, tracks, shotStart, index - 1, observe);
        }
        return new FaceTracking(index, List.copyOf(shots), List.copyOf(tracks));
    }

    private static void close(
            ShotTrails trails,
            List<FaceTrack.Shot> shots,
            List<FaceTrack> tracks,
            int firstFrame,
            int lastFrame,
            Function<List<Sighting>, List<FaceObservation>> observe) {
        FaceTrack.Shot shot = new FaceTrack.Shot(shots.size(), firstFrame, lastFrame);
        shots.add(shot);
        for (Trail trail : trails.trails()) {
            tracks.add(new FaceTrack(shot, observe.apply(trail.sightings()), trail.samples()));
        }
    }

    @Override
    public List<DetectedFace> detect(RgbImage picture) {
        VideoFrame frame = ColourConversion.toFrame(picture, 0);
        List<DetectedFace> found = new ArrayList<>();
        for (Region region : detector.detect(frame)) {
            faces.readAnew(frame, 0, region)
                    .ifPresent(face -> found.add(new DetectedFace(
                            reading.raw(List.of(face)).getFirst(), embedder.embed(frame, face.landmarks()))));
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
