package studio.selfsame.likeness;

import java.util.ArrayList;
import java.util.List;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.motion.MouthTarget;
import studio.selfsame.likeness.motion.MouthTrajectory;
import studio.selfsame.speech.SpeechFeatures;
import studio.selfsame.speech.SpeechHearing;

/**
 * Speech into motion: mouths from the person's own frames, on a calm stretch of footage that every piece leaves from and
 * comes home to, so that a piece stays the same whatever is changed before it; or on a recording, frame for frame.
 */
final class SpeechPlanner {
    private final LikenessModel model;
    private final Plates plates;
    private final SpeechHearing hearing;

    SpeechPlanner(LikenessModel model, Plates plates, SpeechHearing hearing) {
        this.model = model;
        this.plates = plates;
        this.hearing = hearing;
    }

    MotionPlan plan(Drive.Speech speech) {
        List<MouthTarget> targets = targets(speech);
        List<Integer> pieces = plates.whole() ? List.of(0) : pieces(speech.breaksUs(), targets.size());
        int longest = 1;
        for (int p = 0; p < pieces.size(); p++) {
            longest = Math.max(longest, end(pieces, p, targets.size()) - pieces.get(p));
        }
        FramePlanner planner = new FramePlanner(model, plates);
        PlateStretch stretch = plates.whole()
                ? null
                : PlateStretch.choose(model.faces(), pieces.size() == 1 ? longest : (longest + 1) / 2);
        List<MotionPlan.Frame> frames = new ArrayList<>(targets.size());
        for (int p = 0; p < pieces.size(); p++) {
            int first = pieces.get(p);
            int length = end(pieces, p, targets.size()) - first;
            List<FramePlanner.Asked> asked = new ArrayList<>(length);
            for (int i = 0; i < length; i++) {
                int plate = first + i;
                if (stretch != null) {
                    int position = pieces.size() == 1 ? stretch.at(i) : stretch.outAndHome(i, length);
                    plate = model.faces().get(position).frameIndex();
                }
                asked.add(new FramePlanner.Asked(plate, MotionPlan.NONE, wanted(targets.get(first + i))));
            }
            frames.addAll(planner.plan(asked));
        }
        return new MotionPlan(plates.frameRate(), frames, pieces);
    }

    /** As this person's mouth was learnt to move; where it was not, by rules. */
    private List<MouthTarget> targets(Drive.Speech speech) {
        if (model.motion().isEmpty()) {
            return MouthTrajectory.of(speech.timeline().phones(), plates.frameRate(), speech.durationUs());
        }
        SpeechFeatures features =
                speech.ownVoice() ? hearing.hear(speech.sound()) : SpeechFeatures.ofPhones(speech.timeline());
        return model.motion().get().targets(features, plates.frameRate(), speech.durationUs());
    }

    private Retrieval.Mouth wanted(MouthTarget target) {
        LipSpace lips = model.lipSpace();
        return new Retrieval.Mouth(
                target.values(lips),
                lips.gap(target.pose().open()),
                target.pose().jaw(),
                target.pose().lowerLip(),
                target.closed(),
                target.labiodental(),
                target.silent());
    }

    private List<Integer> pieces(List<Long> breaksUs, int frames) {
        List<Integer> pieces = new ArrayList<>();
        if (frames > 0) {
            pieces.add(0);
        }
        for (long time : breaksUs) {
            int frame = (int) Math.round(time * plates.frameRate().perSecond() / 1e6);
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
