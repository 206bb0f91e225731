package studio.selfsame.likeness;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.motion.MouthMotion;
import studio.selfsame.likeness.motion.MouthTarget;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.speech.PhoneRecognizer;
import studio.selfsame.speech.SpeechHearing;

/**
 * Learns a person from the first part of a clip and draws the rest of it: every held-out frame is a plate whose mouth is
 * hidden, and the mouth that really was there is what is asked for. So the real frame is the truth to compare with.
 */
final class HoldOut {
    private final BenchClip clip;
    private final BenchClip.Rooms rooms;
    private final SpeechHearing hearing;
    private final Path pixels;
    private final FaceTracking tracking;
    private final MediaProbe.Video video;
    private final int first;
    private final int end;

    /** @param out keeps tracking from run to run, and the learnt pixels meanwhile */
    HoldOut(BenchClip clip, BenchClip.Rooms rooms, SpeechHearing hearing, Path out) throws IOException {
        this.clip = clip;
        this.rooms = rooms;
        this.hearing = hearing;
        pixels = out.resolve(clip.name() + ".pixels");
        tracking = clip.tracking(rooms, out);
        try (MediaReader reader = rooms.media().open(clip.file())) {
            video = reader.probe().video().orElseThrow();
        }
        first = clip.firstHeld(video.frameRate());
        end = clip.heldEnd(video.frameRate(), tracking.frameCount());
    }

    FrameRate rate() {
        return video.frameRate();
    }

    MediaProbe.Video video() {
        return video;
    }

    int first() {
        return first;
    }

    int length() {
        return end - first;
    }

    Dataset learn(TrainingSettings settings) throws IOException {
        try (MediaReader reader = rooms.media().open(clip.file());
                OutputStream stream = new BufferedOutputStream(Files.newOutputStream(pixels), 1 << 16)) {
            return Dataset.build(BenchClip.part(tracking, 0, first), reader, settings, stream, fraction -> {});
        }
    }

    /** How the mouth moves, from the sound of the first part; empty where there is none to learn from. */
    Optional<MouthMotion> motion(LikenessModel model, long seed) {
        return sound(0, rate().timeUs(first))
                .flatMap(sound -> EnrolledVoice.hear(sound, hearing))
                .flatMap(speech -> EnrolledVoice.learn(model, speech, seed, (step, steps, error) -> {}));
    }

    private Optional<AudioSamples> sound(long fromUs, long toUs) {
        try (MediaReader reader = rooms.media().open(clip.file())) {
            return reader.readAudio(PhoneRecognizer.SAMPLE_RATE_HZ, 1).map(all -> {
                int from = (int) Math.min(all.frames(), fromUs * all.sampleRateHz() / 1_000_000);
                int to = (int) Math.min(all.frames(), toUs * all.sampleRateHz() / 1_000_000);
                return new AudioSamples(all.sampleRateHz(), 1, Arrays.copyOfRange(all.interleaved(), from, to));
            });
        }
    }

    /** Faces of the held-out part, in the space of the model. */
    List<StabilisedFace> held(LikenessModel model) {
        return model.stabiliser().stabilise(BenchClip.part(tracking, first, end).tracks());
    }

    FaceTracking heldTracking() {
        return BenchClip.part(tracking, first, end);
    }

    /** The real mouths, one for each held-out frame, {@code shift} frames late (and around): 0 is the truth. */
    List<FramePlanner.Asked> landmarks(LikenessModel model, int shift) {
        Map<Integer, StabilisedFace> faces = new HashMap<>();
        held(model).forEach(f -> faces.put(f.frameIndex(), f));
        List<FramePlanner.Asked> asked = new ArrayList<>();
        StabilisedFace last = held(model).getFirst();
        LipSpace lips = model.lipSpace();
        for (int i = 0; i < length(); i++) {
            last = faces.getOrDefault(first + (i + shift) % length(), last);
            asked.add(new FramePlanner.Asked(
                    first + i,
                    last.frameIndex(),
                    Retrieval.Mouth.of(
                            last.lips(), lips.values(last.lips()), lips.pose(last.lips(), last.chinDrop()))));
        }
        return asked;
    }

    /** Mouths from the held-out part's own sound, {@code shift} frames late (and around): 0 is the truth. */
    List<FramePlanner.Asked> voice(LikenessModel model, MouthMotion motion, int shift) {
        AudioSamples sound = sound(rate().timeUs(first), rate().timeUs(end)).orElseThrow();
        List<MouthTarget> targets = motion.targets(hearing.hear(sound), rate(), sound.durationUs());
        List<FramePlanner.Asked> asked = new ArrayList<>();
        for (int i = 0; i < length(); i++) {
            MouthTarget target = targets.get(Math.min((i + shift) % length(), targets.size() - 1));
            asked.add(
                    new FramePlanner.Asked(first + i, MotionPlan.NONE, SpeechPlanner.wanted(target, model.lipSpace())));
        }
        return asked;
    }

    Plates plates(LikenessModel model) throws IOException {
        return Plates.recording(rooms.media().open(clip.file()), held(model), end);
    }

    PatchStore patches(LikenessModel model) throws IOException {
        return new PatchStore(FileChannel.open(pixels), model);
    }

    /** Drawn as the product draws. */
    Drawing drawing(LikenessModel model, List<FramePlanner.Asked> asked) {
        return sink -> {
            Plates plates = plates(model);
            try (RetrievalFaceAnimator animator =
                    new RetrievalFaceAnimator(model, patches(model), plates, Optional.empty(), hearing)) {
                MotionPlan plan = new MotionPlan(rate(), new FramePlanner(model, plates).plan(asked), List.of(0));
                animator.draw(plan, 0, plan.length(), sink);
            }
        };
    }

    /** A way to draw the held-out frames. */
    interface Drawing {
        void draw(FaceAnimator.FrameSink sink) throws IOException;
    }
}
