package studio.selfsame.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.selfsame.likeness.picture.StabilisedFace;

/** From wanted mouths on given plates to the frames they are taken from; plates that cannot be drawn into pass through. */
final class FramePlanner {
    /**
     * @param plateFrame index in the plates
     * @param takeFrame that it follows, or {@link MotionPlan#NONE}
     */
    record Asked(int plateFrame, int takeFrame, Retrieval.Mouth mouth) {}

    private final Map<Integer, StabilisedFace> faces;
    private final Retrieval retrieval;
    private final LikenessModel model;
    private final PlateGate gate;

    FramePlanner(LikenessModel model, Plates plates) {
        this.model = model;
        faces = plates.facesByFrame();
        retrieval = new Retrieval(model.sources());
        gate = new PlateGate(plates);
    }

    /** One frame for each that is asked for, planned as one run of motion. */
    List<MotionPlan.Frame> plan(List<Asked> asked) {
        List<FrameOutcome> outcomes = new ArrayList<>(asked.size());
        List<Retrieval.Wanted> wanted = new ArrayList<>(asked.size());
        for (Asked one : asked) {
            @Nullable StabilisedFace face = faces.get(one.plateFrame());
            FrameOutcome outcome = gate.outcome(face);
            outcomes.add(outcome);
            if (face != null && outcome == FrameOutcome.DRAWN) {
                wanted.add(new Retrieval.Wanted(one.mouth(), face.pose()));
            }
        }
        int[] path = retrieval.path(wanted);
        List<MotionPlan.Frame> frames = new ArrayList<>(asked.size());
        int drawn = 0;
        for (int i = 0; i < asked.size(); i++) {
            Asked one = asked.get(i);
            int mouth = outcomes.get(i) == FrameOutcome.DRAWN
                    ? model.sources().get(path[drawn++]).frameIndex()
                    : MotionPlan.NONE;
            frames.add(new MotionPlan.Frame(
                    one.plateFrame(),
                    mouth,
                    MotionPlan.NONE,
                    one.takeFrame(),
                    one.mouth().values(),
                    outcomes.get(i)));
        }
        return frames;
    }
}
