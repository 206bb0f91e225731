package studio.selfsame.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.selfsame.media.VideoFrame;

/** All faces of one shot, kept apart. */
final class ShotTrails {
    private static final double SAME_FACE = 0.35;

    private final FaceDetector detector;
    private final FaceReader faces;
    private final FaceEmbedder embedder;
    private final List<Trail> active = new ArrayList<>();
    private final List<Trail> all = new ArrayList<>();

    ShotTrails(FaceDetector detector, FaceReader faces, FaceEmbedder embedder) {
        this.detector = detector;
        this.faces = faces;
        this.embedder = embedder;
    }

    /** @param lookAround look for faces that came in, too */
    void see(VideoFrame frame, int index, boolean lookAround) {
        boolean lost = false;
        active.removeIf(trail -> trail.isForgotten(index));
        for (Trail trail : active) {
            Optional<FaceObservation> seen =
                    trail.wasSeenIn(index - 1) ? faces.read(frame, index, trail.region()) : Optional.empty();
            if (seen.isPresent() && isFree(Region.of(seen.get().landmarks()), index)) {
                trail.add(frame, seen.get(), embedder);
            } else {
                lost = true;
            }
        }
        if (lost || lookAround) {
            for (Region region : detector.detect(frame)) {
                meet(frame, index, region);
            }
        }
    }

    private void meet(VideoFrame frame, int index, Region detected) {
        if (!isFree(detected, index)) {
            return;
        }
        Optional<FaceObservation> seen = faces.readAnew(frame, index, detected);
        if (seen.isEmpty()) {
            return;
        }
        Region region = Region.of(seen.get().landmarks());
        if (!isFree(region, index)) {
            return;
        }
        for (Trail trail : active) {
            if (!trail.wasSeenIn(index) && trail.region().overlap(region.withMargin()) > SAME_FACE) {
                trail.add(frame, seen.get(), embedder);
                return;
            }
        }
        Trail trail = new Trail(frame, seen.get(), embedder);
        active.add(trail);
        all.add(trail);
    }

    /** Whether no trail has its face there in this frame. */
    private boolean isFree(Region region, int index) {
        return active.stream()
                .noneMatch(trail -> trail.wasSeenIn(index) && trail.region().overlap(region.withMargin()) > SAME_FACE);
    }

    List<FaceTrack> tracks(FaceTrack.Shot shot) {
        return all.stream().map(trail -> trail.track(shot)).toList();
    }
}
