package studio.selfsame.likeness;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracker;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.face.FaceTrackingCodec;
import studio.selfsame.likeness.measure.LipMotion;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;

/**
 * One recording of one person: a first part to learn from, the rest held out.
 *
 * @param learntSeconds from the start
 * @param heldSeconds after that
 */
record BenchClip(String name, Path file, double learntSeconds, double heldSeconds) {
    /** The rooms that are needed, without a studio around them. */
    record Rooms(Media media, FaceTrackers trackers, FaceTrackingCodec codec) {
        static Rooms open() {
            try (var context =
                    new AnnotationConfigApplicationContext("studio.selfsame.face", "studio.selfsame.media")) {
                return new Rooms(
                        context.getBean(Media.class),
                        context.getBean(FaceTrackers.class),
                        context.getBean(FaceTrackingCodec.class));
            }
        }

        FaceTracking track(MediaReader reader) {
            try (FaceTracker tracker = trackers.open()) {
                return tracker.track(reader, frame -> {});
            }
        }

        /** Lips of the only face of each frame; a frame without one has none. */
        List<LipMotion.Lips> lips(MediaReader reader) {
            List<LipMotion.Lips> all = new ArrayList<>();
            for (FaceTrack track : track(reader).tracks()) {
                track.observations()
                        .forEach(o -> all.add(new LipMotion.Lips(
                                o.frameIndex(),
                                BenchFaces.lips(o.landmarks().x()),
                                BenchFaces.lips(o.landmarks().y()),
                                o.box().heightPx())));
            }
            all.sort((a, b) -> Integer.compare(a.frame(), b.frame()));
            return all;
        }
    }

    /** Tracks the clip, or reads what an earlier run kept in {@code out}. */
    FaceTracking tracking(Rooms rooms, Path out) throws IOException {
        Path kept = out.resolve(name + ".tracking");
        if (Files.exists(kept)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(kept))) {
                return rooms.codec().read(in);
            }
        }
        FaceTracking tracking;
        try (MediaReader reader = rooms.media().open(file)) {
            tracking = rooms.track(reader);
        }
        try (OutputStream stream = Files.newOutputStream(kept)) {
            rooms.codec().write(tracking, stream);
        }
        return tracking;
    }

    int firstHeld(FrameRate rate) {
        return (int) Math.round(learntSeconds * rate.perSecond());
    }

    int heldEnd(FrameRate rate, int frames) {
        return Math.min(frames, (int) Math.round((learntSeconds + heldSeconds) * rate.perSecond()));
    }

    /** The tracks' part from frame {@code first} to before {@code end}. */
    static FaceTracking part(FaceTracking tracking, int first, int end) {
        List<FaceTrack> tracks = tracking.tracks().stream()
                .map(t -> new FaceTrack(
                        t.shot(),
                        t.observations().stream()
                                .filter(o -> o.frameIndex() >= first && o.frameIndex() < end)
                                .toList(),
                        t.samples()))
                .filter(t -> !t.observations().isEmpty())
                .toList();
        return new FaceTracking(Math.min(end, tracking.frameCount()), tracking.shots(), tracks);
    }
}
