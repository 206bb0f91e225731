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
import java.util.Optional;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.MediaReader;
import studio.selfsame.speech.SpeechHearing;

/**
 * A clip of a person drawn anew: every mouth is that of another moment of the clip, learnt from the clip itself. For measuring
 * what drawn faces look like; never part of the product, which learns from nobody without their consent.
 */
public final class MouthsMoved {
    private final BenchClip.Rooms rooms = BenchClip.Rooms.open();
    private final SpeechHearing hearing = SpeechHearing.alone();
    private final Path scratch;

    /** @param scratch outside the repository; holds tracks and learnt pixels of whoever is in the clips */
    public MouthsMoved(Path scratch) {
        this.scratch = scratch;
    }

    /**
     * @param frames from the clip's start
     * @param shift by how many frames mouths come early, and around
     * @param steps of training; 0: pieces of the clip's own pictures, bent
     * @param sink is given every frame, in order
     */
    public void draw(String name, Path file, int frames, int shift, int steps, FaceAnimator.FrameSink sink)
            throws IOException {
        FaceTracking all = new BenchClip(name, file, 0, 0).tracking(rooms, scratch);
        int end = Math.min(frames, all.frameCount());
        FaceTracking tracking = BenchClip.part(all, 0, end);
        DraftSettings draft = TrainingSettings.usual().draft();
        draft.steps = steps;
        TrainingSettings settings = draft.settle();
        Path pixels = scratch.resolve(name + ".pixels");
        Dataset data;
        try (MediaReader reader = rooms.media().open(file);
                OutputStream stream = new BufferedOutputStream(Files.newOutputStream(pixels), 1 << 16)) {
            data = Dataset.build(tracking, reader, settings, stream, fraction -> {});
        }
        LikenessModel model = steps == 0
                ? data.model()
                : LikenessTrainer.train(data, settings, new byte[0], new Silently())
                        .model();
        List<StabilisedFace> faces = model.stabiliser().stabilise(tracking.tracks());
        Plates plates = Plates.recording(rooms.media().open(file), faces, end);
        try (RetrievalFaceAnimator animator = new RetrievalFaceAnimator(
                model, new PatchStore(FileChannel.open(pixels), model), plates, Optional.empty(), hearing)) {
            MotionPlan plan = new MotionPlan(
                    plates.frameRate(),
                    new FramePlanner(model, plates).plan(asked(model, faces, end, shift)),
                    List.of(0));
            animator.draw(plan, 0, plan.length(), sink);
        }
    }

    private static List<FramePlanner.Asked> asked(LikenessModel model, List<StabilisedFace> faces, int end, int shift) {
        Map<Integer, StabilisedFace> byFrame = new HashMap<>();
        faces.forEach(face -> byFrame.put(face.frameIndex(), face));
        List<FramePlanner.Asked> asked = new ArrayList<>();
        StabilisedFace last = faces.getFirst();
        LipSpace lips = model.lipSpace();
        for (int i = 0; i < end; i++) {
            last = byFrame.getOrDefault((i + shift) % end, last);
            asked.add(new FramePlanner.Asked(
                    i,
                    last.frameIndex(),
                    Retrieval.Mouth.of(
                            last.lips(), lips.values(last.lips()), lips.pose(last.lips(), last.chinDrop()))));
        }
        return asked;
    }
}
