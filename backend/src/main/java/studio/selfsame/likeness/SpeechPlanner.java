package studio.selfsame.likeness;

import java.util.ArrayList;
import java.util.List;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.motion.MouthTarget;
import studio.selfsame.likeness.motion.MouthTrajectory;
import studio.selfsame.likeness.picture.StabilisedFace;

/**
 * Speech into motion: mouths from the person's own frames, on a calm stretch of footage that every piece leaves from and
 * comes home to, so that a piece stays the same whatever is changed before it.
 */
final class SpeechPlanner {
    private final LikenessModel model;

    SpeechPlanner(LikenessModel model) {
        this.model = model;
    }

    MotionPlan plan(Drive.Speech speech) {
        List<MouthTarget> targets =
                MouthTrajectory.of(speech.timeline().phones(), model.frameRate(), speech.durationUs());
        List<Integer> pieces = pieces(speech.breaksUs(), targets.size());
        int longest = 1;
        for (int p = 0; p < pieces.size(); p++) {
            longest = Math.max(longest, end(pieces, p, targets.size()) - pieces.get(p));
        }
        PlateStretch stretch = PlateStretch.choose(model.faces(), pieces.size() == 1 ? longest : (longest + 1) / 2);
        Retrieval retrieval = new Retrieval(model.sources());
        List<MotionPlan.Frame> frames = new ArrayList<>(targets.size());
        for (int p = 0; p < pieces.size(); p++) {
            int first = pieces.get(p);
            int length = end(pieces, p, targets.size()) - first;
            List<Retrieval.Wanted> wanted = new ArrayList<>(length);
            List<StabilisedFace> plates = new ArrayList<>(length);
            for (int i = 0; i < length; i++) {
                int position = pieces.size() == 1 ? stretch.at(i) : stretch.outAndHome(i, length);
                plates.add(model.faces().get(position));
                wanted.add(wanted(targets.get(first + i), plates.get(i)));
            }
            int[] path = retrieval.path(wanted);
            for (int i = 0; i < length; i++) {
                frames.add(new MotionPlan.Frame(
                        plates.get(i).frameIndex(),
                        model.sources().get(path[i]).frameIndex(),
                        MotionPlan.NONE,
                        MotionPlan.NONE,
                        wanted.get(i).values(),
                        FrameOutcome.DRAWN));
            }
        }
        return new MotionPlan(model.frameRate(), frames, pieces);
    }

    private Retrieval.Wanted wanted(MouthTarget target, StabilisedFace plate) {
        LipSpace lips = model.lipSpace();
        return new Retrieval.Wanted(
                lips.values(target.pose()),
                lips.gap(target.pose().open()),
                target.pose().jaw(),
                target.pose().lowerLip(),
                target.closed(),
                target.labiodental(),
                target.silent(),
                plate.pose());
    }

    private List<Integer> pieces(List<Long> breaksUs, int frames) {
        List<Integer> pieces = new ArrayList<>();
        if (frames > 0) {
            pieces.add(0);
        }
        for (long time : breaksUs) {
            int frame = (int) Math.round(time * model.frameRate().perSecond() / 1e6);
            if (frame < frames && !pieces.isEmpty() && frame > pieces.getLast()) {
                pieces.add(frame);
            }
        }
        return pieces;
    }

    private static int end(List<Integer> pieces, int p, int frames) {
        return p + 1 < pieces.size() ? pieces.get(p + 1) : frames;
    }
}
