package studio.selfsame.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.media.FrameRate;

/** A driving take into motion: the mouth does what it does there. */
final class TakePlanner {
    private final LikenessModel model;
    private final Plates plates;

    TakePlanner(LikenessModel model, Plates plates) {
        this.model = model;
        this.plates = plates;
    }

    /**
     * @param take the person's faces in the take, in the model's space
     * @param takeRate of the take
     */
    MotionPlan plan(List<StabilisedFace> take, FrameRate takeRate, int frames) {
        Map<Integer, StabilisedFace> byFrame = new HashMap<>();
        take.forEach(face -> byFrame.put(face.frameIndex(), face));
        List<FramePlanner.Asked> asked = new ArrayList<>(frames);
        StabilisedFace last = take.getFirst();
        for (int i = 0; i < frames; i++) {
            int takeFrame = (int) Math.round(plates.frameRate().timeUs(i) * takeRate.perSecond() / 1e6);
            last = byFrame.getOrDefault(takeFrame, last);
            asked.add(new FramePlanner.Asked(i, last.frameIndex(), mouth(last)));
        }
        return new MotionPlan(plates.frameRate(), new FramePlanner(model, plates).plan(asked), List.of(0));
    }

    private Retrieval.Mouth mouth(StabilisedFace face) {
        LipSpace lips = model.lipSpace();
        return Retrieval.Mouth.of(face.lips(), lips.values(face.lips()), lips.pose(face.lips(), face.chinDrop()));
    }
}
