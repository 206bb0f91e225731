package studio.selfsame.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.selfsame.likeness.motion.LipSpace;
import studio.selfsame.likeness.motion.MouthTarget;
import studio.selfsame.likeness.motion.MouthTrajectory;
import studio.selfsame.likeness.picture.StabilisedFace;
import studio.selfsame.speech.Phone;
import studio.selfsame.speech.PhonemeTimeline;
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
    /** Where plates are chosen from, step by step. */
    private final List<StabilisedFace> faces;

    SpeechPlanner(LikenessModel model, Plates plates, SpeechHearing hearing) {
        this.model = model;
        this.plates = plates;
        this.hearing = hearing;
        faces = plates.inStep();
    }

    MotionPlan plan(Drive.Speech speech) {
        int length = (int) Math.ceil(speech.durationUs() * plates.frameRate().perSecond() / 1e6 - 1e-6);
        List<Integer> pieces =
                plates.whole() || speech.ownVoice() ? pieces(List.of(), length) : pieces(speech.breaksUs(), length);
        FramePlanner planner = new FramePlanner(model, plates);
        List<MotionPlan.Frame> frames = new ArrayList<>(length);
        for (int p = 0; p < pieces.size(); p++) {
            boolean alone = pieces.size() == 1;
            int end = p + 1 < pieces.size() ? pieces.get(p + 1) : length;
            List<MouthTarget> targets = alone ? throughout(speech) : targets(speech.timeline(), pieces.get(p), end);
            List<Retrieval.Mouth> mouths = targets.stream().map(this::wanted).toList();
            int[] under = alone ? throughout(mouths.size()) : outAndHome(mouths);
            List<FramePlanner.Asked> asked = new ArrayList<>(mouths.size());
            for (int i = 0; i < under.length; i++) {
                asked.add(new FramePlanner.Asked(under[i], MotionPlan.NONE, mouths.get(i)));
            }
            frames.addAll(planner.plan(asked));
        }
        return new MotionPlan(plates.frameRate(), frames, pieces);
    }

    /** Mouths for what is said from frame {@code first} to before {@code end}, by itself. */
    private List<MouthTarget> targets(PhonemeTimeline timeline, int first, int end) {
        long from = plates.frameRate().timeUs(first);
        long to = plates.frameRate().timeUs(end);
        List<Phone> phones = timeline.phones().stream()
                .filter(phone -> phone.endUs() > from && phone.startUs() < to)
                .map(phone -> new Phone(
                        phone.symbol(), Math.max(0, phone.startUs() - from), Math.min(to, phone.endUs()) - from))
                .toList();
        // Less by the rounding of both times, or there might be a frame too many.
        return targets(SpeechFeatures.ofPhones(new PhonemeTimeline(phones, List.of())), to - from - 2);
    }

    /** As this person's mouth was learnt to move; where it was not, by rules. */
    private List<MouthTarget> targets(SpeechFeatures features, long durationUs) {
        return model.motion()
                .map(motion -> motion.targets(features, plates.frameRate(), durationUs))
                .orElseGet(() -> MouthTrajectory.of(features.timeline().phones(), plates.frameRate(), durationUs));
    }

    private List<MouthTarget> throughout(Drive.Speech speech) {
        boolean heard = speech.ownVoice() && model.motion().isPresent();
        return targets(
                heard ? hearing.hear(speech.sound()) : SpeechFeatures.ofPhones(speech.timeline()), speech.durationUs());
    }

    private Retrieval.Mouth wanted(MouthTarget target) {
        return wanted(target, model.lipSpace());
    }

    static Retrieval.Mouth wanted(MouthTarget target, LipSpace lips) {
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

    private int[] throughout(int frames) {
        if (plates.whole()) {
            return IntStream.range(0, frames).map(plates::shown).toArray();
        }
        PlateStretch stretch = PlateStretch.choose(faces, frames);
        return IntStream.range(0, frames).map(i -> frameAt(stretch.at(i))).toArray();
    }

    /** To which side a piece goes is decided by what is said in it, so that not every sentence nods alike. */
    private int[] outAndHome(List<Retrieval.Mouth> mouths) {
        PlateStretch stretch = PlateStretch.around(faces);
        int said = 0;
        for (Retrieval.Mouth mouth : mouths) {
            said = 31 * said + Arrays.hashCode(mouth.values());
        }
        boolean backwards = Integer.bitCount(said) % 2 == 0;
        return IntStream.range(0, mouths.size())
                .map(i -> frameAt(stretch.outAndHome(i, mouths.size(), backwards)))
                .toArray();
    }

    private int frameAt(int position) {
        return faces.get(position).frameIndex();
    }
}
