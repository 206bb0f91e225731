package studio.selfsame.likeness.motion;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracker;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.likeness.picture.Stabiliser;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.speech.PhoneRecognizer;

/**
 * Somebody filmed while speaking: the longest face of every shot, stabilised, and the sound.
 *
 * @param faceWidth,faceHeight mean size of the face's box, eye distances
 */
record FilmedSpeaker(
        List<StabilisedFace> faces, double faceWidth, double faceHeight, FrameRate rate, AudioSamples sound) {
    static FilmedSpeaker of(Path clip) {
        try (var rooms = new AnnotationConfigApplicationContext("studio.selfsame.face");
                MediaReader reader = Media.alone().open(clip);
                FaceTracker tracker = rooms.getBean(FaceTrackers.class).open()) {
            FaceTracking tracking = tracker.track(reader, frame -> {});
            Map<Integer, FaceTrack> byShot = new HashMap<>();
            for (FaceTrack track : tracking.tracks()) {
                byShot.merge(
                        track.shot().index(),
                        track,
                        (a, b) -> a.observations().size() >= b.observations().size() ? a : b);
            }
            List<FaceObservation> all = byShot.values().stream()
                    .flatMap(t -> t.observations().stream())
                    .toList();
            Stabiliser stabiliser = Stabiliser.learn(all);
            List<StabilisedFace> faces = stabiliser.stabilise(List.copyOf(byShot.values()));
            Map<Integer, FaceObservation> byFrame = new HashMap<>();
            all.forEach(o -> byFrame.put(o.frameIndex(), o));
            double width = mean(faces, f -> byFrame.get(f.frameIndex()).box().widthPx());
            double height = mean(faces, f -> byFrame.get(f.frameIndex()).box().heightPx());
            FrameRate rate = reader.probe().video().orElseThrow().frameRate();
            return new FilmedSpeaker(
                    faces,
                    width,
                    height,
                    rate,
                    reader.readAudio(PhoneRecognizer.SAMPLE_RATE_HZ, 1).orElseThrow());
        }
    }

    private static double mean(List<StabilisedFace> faces, ToDoubleFunction<StabilisedFace> px) {
        return faces.stream()
                .mapToDouble(f -> px.applyAsDouble(f) * f.toFace().scale())
                .average()
                .orElseThrow();
    }

    LipSpace lipSpace(double untilS) {
        List<StabilisedFace> known = usable(untilS);
        return LipSpace.learn(
                known.stream().map(StabilisedFace::lips).toList(),
                known.stream().mapToDouble(StabilisedFace::chinDrop).toArray());
    }

    List<LipMoment> moments(LipSpace lips, double untilS) {
        return usable(untilS).stream()
                .map(f -> new LipMoment(
                        middleUs(f),
                        lips.values(f.lips()),
                        lips.pose(f.lips(), f.chinDrop()).jaw()))
                .toList();
    }

    long middleUs(StabilisedFace face) {
        return face.presentationTimeUs() + rate.timeUs(1) / 2;
    }

    /** After the last frame. */
    long endUs() {
        return rate.timeUs(faces.getLast().frameIndex() + 1);
    }

    double lengthS() {
        return sound.durationUs() / 1e6;
    }

    private List<StabilisedFace> usable(double untilS) {
        return faces.stream()
                .filter(f -> f.usable() && f.presentationTimeUs() < untilS * 1e6)
                .toList();
    }

    /** The first seconds of a recording. */
    static AudioSamples first(AudioSamples sound, double seconds) {
        int n = (int) Math.min(sound.interleaved().length, seconds * sound.sampleRateHz());
        return new AudioSamples(sound.sampleRateHz(), 1, Arrays.copyOf(sound.interleaved(), n));
    }
}
