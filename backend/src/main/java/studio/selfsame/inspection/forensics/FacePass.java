package studio.selfsame.inspection.forensics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracker;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.media.VideoFrame;

/** Follows the largest face of every shot of a stretch, then reads the stretch again for its pixels. */
final class FacePass {
    private static final double LEAST_CONFIDENCE = 0.5;
    private static final double MOST_YAW_DEG = 35;

    private final PartReader part;

    FacePass(PartReader part) {
        this.part = part;
    }

    List<FaceFrame> measure(FaceTracker tracker, long endNanos) {
        Map<Integer, FaceObservation> seen = new HashMap<>();
        FaceTracking tracking = tracker.track(part, frame -> {});
        for (FaceTrack.Shot shot : tracking.shots()) {
            largest(tracking, shot)
                    .ifPresent(track -> track.observations().stream()
                            .filter(face -> face.confidence() >= LEAST_CONFIDENCE
                                    && Math.abs(face.pose().yawDeg()) < MOST_YAW_DEG)
                            .forEach(face -> seen.put(face.frameIndex(), face)));
        }
        return seen.isEmpty() ? List.of() : read(tracking, seen, endNanos);
    }

    private static Optional<FaceTrack> largest(FaceTracking tracking, FaceTrack.Shot shot) {
        return tracking.tracks().stream()
                .filter(track -> track.shot().index() == shot.index())
                .max(Comparator.comparingDouble(track -> track.observations().stream()
                        .mapToDouble(face -> face.box().heightPx())
                        .sum()));
    }

    private List<FaceFrame> read(FaceTracking tracking, Map<Integer, FaceObservation> seen, long endNanos) {
        List<FaceFrame> frames = new ArrayList<>();
        PartReader again = new PartReader(part.whole(), part.fromUs(), part.toUs(), () -> System.nanoTime() > endNanos);
        again.seek(0);
        PixelMeter meter = new PixelMeter();
        Optional<VideoFrame> next = again.nextFrame();
        for (int i = 0; i < tracking.frameCount() && next.isPresent(); i++, next = again.nextFrame()) {
            FaceObservation face = seen.get(i);
            if (face == null) {
                meter = new PixelMeter();
                continue;
            }
            VideoFrame frame = next.get();
            frames.add(new FaceFrame(frame.presentationTimeUs() / 1e6, face, meter.measure(frame, face.landmarks())));
        }
        return frames;
    }
}
