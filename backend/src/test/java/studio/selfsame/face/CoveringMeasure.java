package studio.selfsame.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.SoundReader;
import studio.selfsame.media.VideoFrame;

/**
 * How surely covered mouths are told from others: of each clip named, how many frames are called covered as they are, and
 * how many under each {@link Cover}, drawn for 20 of every 120 frames over the first 480 frames. A clip is a file of one person.
 */
final class CoveringMeasure {
    private static final int MOST_COVERED_FRAMES = 480;
    private static final int EVERY = 120;
    private static final int SHOWN = 20;

    private CoveringMeasure() {}

    /** @param files clips */
    public static void main(String[] files) throws Exception {
        try (var context = new AnnotationConfigApplicationContext("studio.selfsame.media");
                FaceTracker tracker = new MeshFaceTrackers().open()) {
            Media media = context.getBean(Media.class);
            for (String file : files) {
                Path clip = Path.of(file);
                Map<Integer, FaceObservation> clean;
                try (MediaReader reader = media.open(clip)) {
                    clean = longest(tracker.track(reader, frame -> {}));
                }
                OwnLook own = OwnLook.of(List.copyOf(clean.values()));
                System.out.printf(
                        Locale.ROOT,
                        "%s: lips %.1f %.1f redder; least %.2f of it; sharpness least %.2f of usual; as it is %s",
                        clip.getFileName(),
                        own.leftLipRed(),
                        own.rightLipRed(),
                        clean.values().stream()
                                .mapToDouble(f -> Math.min(
                                        f.pixels().leftLipRed() / own.leftLipRed(),
                                        f.pixels().rightLipRed() / own.rightLipRed()))
                                .min()
                                .orElse(0),
                        clean.values().stream()
                                .mapToDouble(own::sharpnessOf)
                                .min()
                                .orElse(0),
                        share(clean.values().stream().toList(), own));
                for (Cover cover : Cover.values()) {
                    try (MediaReader reader = media.open(clip)) {
                        Map<Integer, FaceObservation> seen =
                                longest(tracker.track(new Covered(reader, cover, clean), frame -> {}));
                        OwnLook look = OwnLook.of(List.copyOf(seen.values()));
                        List<FaceObservation> under = new ArrayList<>();
                        seen.forEach((frame, face) -> {
                            if (isCovered(frame)) {
                                under.add(face);
                            }
                        });
                        System.out.print("; " + cover.name().toLowerCase(Locale.ROOT) + " " + share(under, look));
                    }
                }
                System.out.println();
            }
        }
    }

    static boolean isCovered(int frame) {
        return frame % EVERY >= EVERY - SHOWN;
    }

    private static String share(List<FaceObservation> faces, OwnLook own) {
        return faces.stream().filter(own::isCovered).count() + "/" + faces.size();
    }

    /** Of every shot the longest track, by frame. */
    private static Map<Integer, FaceObservation> longest(FaceTracking tracking) {
        Map<Integer, FaceObservation> byFrame = new HashMap<>();
        tracking.shots()
                .forEach(shot -> tracking.tracks().stream()
                        .filter(track -> track.shot().equals(shot))
                        .max(Comparator.comparingInt(
                                track -> track.observations().size()))
                        .ifPresent(
                                track -> track.observations().forEach(face -> byFrame.put(face.frameIndex(), face))));
        return byFrame;
    }

    /** The first 480 frames with something drawn now and then. */
    private static final class Covered implements MediaReader {
        private final MediaReader reader;
        private final Cover cover;
        private final Map<Integer, FaceObservation> faces;
        private int next;

        Covered(MediaReader reader, Cover cover, Map<Integer, FaceObservation> faces) {
            this.reader = reader;
            this.cover = cover;
            this.faces = faces;
        }

        @Override
        public MediaProbe probe() {
            return reader.probe();
        }

        @Override
        public Optional<VideoFrame> nextFrame() {
            int frame = next++;
            FaceObservation face = faces.get(frame);
            return frame >= MOST_COVERED_FRAMES
                    ? Optional.empty()
                    : reader.nextFrame()
                            .map(picture ->
                                    face != null && isCovered(frame) ? cover.over(picture, face.landmarks()) : picture);
        }

        @Override
        public void seek(long presentationTimeUs) {
            reader.seek(presentationTimeUs);
            next = 0;
        }

        @Override
        public Optional<AudioSamples> readAudio(int sampleRateHz, int channels) {
            return reader.readAudio(sampleRateHz, channels);
        }

        @Override
        public Optional<SoundReader> sound(int sampleRateHz, int channels) {
            return reader.sound(sampleRateHz, channels);
        }

        @Override
        public void close() {}
    }
}
