package studio.selfsame.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.picture.StabilisedFace;

/**
 * A driving take into motion: the mouth does what it does there, and where plates can be chosen, head and eyes do too, as
 * far as the enrolled footage has it.
 */
final class TakePlanner {
    private final LikenessModel model;
    private final Plates plates;

    TakePlanner(LikenessModel model, Plates plates) {
        this.model = model;
        this.plates = plates;
    }

    MotionPlan plan(Drive.Take take) {
        return plan(model.stabiliser().stabilise(take.recording().tracking().tracks()), take.durationUs());
    }

    /** @param take the person's faces in the take, in the model's space, in order of time, at least one */
    MotionPlan plan(List<StabilisedFace> take, long durationUs) {
        int length =
                (int) Math.max(1, Math.floor(durationUs * plates.frameRate().perSecond() / 1e6 + 1e-6));
        List<StabilisedFace> followed = inTime(take, length);
        List<StabilisedFace> faces = plates.whole() ? List.of() : plates.inStep();
        int[] positions =
                plates.whole() ? new int[0] : new PlateFollowing(faces).path(followed, PlateStretch.runs(faces));
        List<FramePlanner.Asked> asked = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            StabilisedFace face = followed.get(i);
            int plate =
                    plates.whole() ? plates.shown(i) : faces.get(positions[i]).frameIndex();
            asked.add(new FramePlanner.Asked(plate, face.frameIndex(), mouth(face)));
        }
        return new MotionPlan(plates.frameRate(), new FramePlanner(model, plates).plan(asked), List.of(0));
    }

    /** The take's face at every output frame's time, whatever the take's own rate; where none was seen, the one before. */
    private List<StabilisedFace> inTime(List<StabilisedFace> take, int length) {
        TreeMap<Long, StabilisedFace> byTime = new TreeMap<>();
        take.forEach(face -> byTime.put(face.presentationTimeUs(), face));
        List<StabilisedFace> out = new ArrayList<>(length);
        long half = plates.frameRate().timeUs(1) / 2;
        for (int i = 0; i < length; i++) {
            var entry = byTime.floorEntry(plates.frameRate().timeUs(i) + half);
            out.add(entry == null ? take.getFirst() : entry.getValue());
        }
        return out;
    }

    private Retrieval.Mouth mouth(StabilisedFace face) {
        LipSpace lips = model.lipSpace();
        return Retrieval.Mouth.of(face.lips(), lips.values(face.lips()), lips.pose(face.lips(), face.chinDrop()));
    }
}
