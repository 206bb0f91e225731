package studio.selfsame.likeness;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.likeness.measure.Box;
import studio.selfsame.likeness.measure.Frames;
import studio.selfsame.likeness.measure.LipMotion;
import studio.selfsame.likeness.measure.PictureScore;
import studio.selfsame.likeness.measure.Sheet;
import studio.selfsame.likeness.measure.Window;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.speech.SpeechHearing;

/**
 * Learns a person from the first part of a clip and draws the rest of it: every held-out frame is a plate whose mouth is
 * hidden, and the mouth that really was there is what is asked for. So the real frame is the truth to compare with.
 */
final class HoldOut {
    /** Means over the held-out frames. */
    record Score(
            double mouthPsnrDb,
            double mouthSsim,
            double mouthGmsd,
            double wholePsnrDb,
            double wholeSsim,
            LipMotion lips) {}

    private final BenchClip clip;
    private final BenchClip.Rooms rooms;
    private final Path out;
    private final FaceTracking tracking;
    private final FrameRate rate;
    private final int first;
    private final int end;
    private final MediaProbe.Video video;

    HoldOut(BenchClip clip, BenchClip.Rooms rooms, Path out) throws IOException {
        this.clip = clip;
        this.rooms = rooms;
        this.out = out;
        tracking = clip.tracking(rooms, out);
        try (MediaReader reader = rooms.media().open(clip.file())) {
            video = reader.probe().video().orElseThrow();
        }
        rate = video.frameRate();
        first = clip.firstHeld(rate);
        end = clip.heldEnd(rate, tracking.frameCount());
    }

    private Path pixels() {
        return out.resolve(clip.name() + ".pixels");
    }

    Dataset learn(TrainingSettings settings) throws IOException {
        try (MediaReader reader = rooms.media().open(clip.file());
                OutputStream stream = new BufferedOutputStream(Files.newOutputStream(pixels()), 1 << 16)) {
            return Dataset.build(BenchClip.part(tracking, 0, first), reader, settings, stream, fraction -> {});
        }
    }

    List<StabilisedFace> held(LikenessModel model) {
        return model.stabiliser().stabilise(BenchClip.part(tracking, first, end).tracks());
    }

    /** The real mouths, one for each held-out frame, {@code shift} frames late (and around): 0 is the truth. */
    List<FramePlanner.Asked> landmarks(LikenessModel model, int shift) {
        Map<Integer, StabilisedFace> faces = new HashMap<>();
        held(model).forEach(f -> faces.put(f.frameIndex(), f));
        List<FramePlanner.Asked> asked = new ArrayList<>();
        StabilisedFace last = held(model).getFirst();
        LipSpace lips = model.lipSpace();
        int n = end - first;
        for (int i = 0; i < n; i++) {
            last = faces.getOrDefault(first + (i + shift) % n, last);
            asked.add(new FramePlanner.Asked(
                    first + i,
                    last.frameIndex(),
                    Retrieval.Mouth.of(
                            last.lips(), lips.values(last.lips()), lips.pose(last.lips(), last.chinDrop()))));
        }
        return asked;
    }

    /** A way to draw the held-out frames. */
    interface Drawing {
        void draw(FaceAnimator.FrameSink sink) throws IOException;
    }

    Drawing with(LikenessModel model, List<FramePlanner.Asked> asked) {
        return sink -> {
            PatchStore patches =
                    new PatchStore(FileChannel.open(pixels()), model.patchSidePx(), model.patchReduction());
            Plates plates = Plates.recording(rooms.media().open(clip.file()), held(model), end);
            try (RetrievalFaceAnimator animator =
                    new RetrievalFaceAnimator(model, patches, plates, SpeechHearing.alone())) {
                MotionPlan plan = new MotionPlan(rate, new FramePlanner(model, plates).plan(asked), List.of(0));
                animator.draw(plan, 0, plan.length(), sink);
            }
        };
    }

    /** Real and drawn lower faces of some frames, side by side. */
    void sheet(LikenessModel model, Map<String, Drawing> drawings, int rows, int cellPx, Path png) throws IOException {
        Map<Integer, StabilisedFace> faces = new HashMap<>();
        held(model).forEach(f -> faces.put(f.frameIndex(), f));
        int every = Math.max(1, (end - first) / rows);
        Map<Integer, List<VideoFrame>> pictures = new TreeMap<>();
        for (Drawing drawing : drawings.values()) {
            drawing.draw((i, plate, drawn) -> {
                if (i % every == every / 2 && faces.containsKey(first + i)) {
                    pictures.computeIfAbsent(first + i, k -> new ArrayList<>(List.of(plate)))
                            .add(drawn);
                }
            });
        }
        List<String> heads = new ArrayList<>(List.of("real"));
        heads.addAll(drawings.keySet());
        Sheet sheet = new Sheet(cellPx, heads);
        pictures.forEach((frame, row) -> sheet.add(
                BenchFaces.lowerFace(Objects.requireNonNull(faces.get(frame)), video.widthPx(), video.heightPx()),
                row));
        sheet.write(png);
    }

    /** Draws and measures; {@code lips} says whether to follow the lips of what was drawn, which takes a while. */
    Score score(LikenessModel model, Drawing drawing) throws IOException {
        Map<Integer, StabilisedFace> faces = new HashMap<>();
        held(model).forEach(f -> faces.put(f.frameIndex(), f));
        Window window = BenchFaces.window(BenchClip.part(tracking, first, end), video.widthPx(), video.heightPx());
        double[] sum = new double[5];
        int[] count = new int[1];
        List<VideoFrame> drawn = new ArrayList<>();
        List<VideoFrame> real = new ArrayList<>();
        drawing.draw((i, plate, picture) -> {
            drawn.add(window.of(picture));
            real.add(window.of(plate));
            StabilisedFace face = faces.get(first + i);
            if (face == null) {
                return;
            }
            PictureScore mouth =
                    PictureScore.of(picture, plate, BenchFaces.mouth(face, plate.widthPx(), plate.heightPx()));
            PictureScore whole = PictureScore.of(picture, plate, Box.whole(plate));
            double[] values = {mouth.psnrDb(), mouth.ssim(), mouth.gmsd(), whole.psnrDb(), whole.ssim()};
            for (int k = 0; k < sum.length; k++) {
                sum[k] += values[k];
            }
            count[0]++;
        });
        return new Score(
                sum[0] / count[0],
                sum[1] / count[0],
                sum[2] / count[0],
                sum[3] / count[0],
                sum[4] / count[0],
                lips(drawn, real));
    }

    private LipMotion lips(List<VideoFrame> drawn, List<VideoFrame> real) {
        List<LipMotion.Lips> a = rooms.lips(new Frames(drawn, rate));
        List<LipMotion.Lips> b = rooms.lips(new Frames(real, rate));
        Map<Integer, LipMotion.Lips> seen = new HashMap<>();
        a.forEach(l -> seen.put(l.frame(), l));
        List<LipMotion.Lips> both =
                b.stream().filter(l -> seen.containsKey(l.frame())).toList();
        return LipMotion.of(both.stream().map(l -> seen.get(l.frame())).toList(), both);
    }
}
