package studio.selfsame.enrolment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import studio.selfsame.enrolment.EnrolmentReport.Finding;
import studio.selfsame.enrolment.EnrolmentReport.Severity;
import studio.selfsame.enrolment.EnrolmentReport.Span;
import studio.selfsame.face.FaceObservation;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.OwnLook;

/** How well the person's face is seen through the clip: frame by frame, and in sentences they can act on. */
final class FootageQuality {
    private static final double LEAST_SECONDS_TOLD = 0.5;
    /** Told by the refusal that they lead to. */
    private static final Set<Flaw> REFUSED = EnumSet.of(Flaw.ANOTHER_PERSON, Flaw.TWO_FACES);

    private final Clip clip;
    private final List<Set<Flaw>> flaws;
    private final List<FaceObservation> usable;

    private FootageQuality(Clip clip, List<Set<Flaw>> flaws, List<FaceObservation> usable) {
        this.clip = clip;
        this.flaws = flaws;
        this.usable = usable;
    }

    /** @param shots everybody who is seen in each shot */
    static FootageQuality of(Clip clip, int frames, List<ShotMatch.Seen> shots, int minFacePx) {
        List<FaceObservation> own = faces(shots, ShotMatch.Seen::person);
        OwnLook look = OwnLook.of(own);
        List<Set<Flaw>> flaws = new ArrayList<>(frames);
        for (int i = 0; i < frames; i++) {
            flaws.add(EnumSet.of(Flaw.MISSING));
        }
        TreeMap<Integer, FaceObservation> usable = new TreeMap<>();
        for (FaceObservation face : own) {
            if (face.frameIndex() >= frames) {
                continue;
            }
            Set<Flaw> of = flaws.get(face.frameIndex());
            boolean first = of.remove(Flaw.MISSING);
            of.addAll(first ? Flaw.of(face, clip, minFacePx, look) : Set.of(Flaw.TWO_FACES));
            if (of.isEmpty()) {
                usable.put(face.frameIndex(), face);
            }
        }
        for (FaceObservation face : faces(shots, ShotMatch.Seen::others)) {
            if (face.frameIndex() < frames) {
                Set<Flaw> of = flaws.get(face.frameIndex());
                of.add(
                        of.remove(Flaw.MISSING) || of.contains(Flaw.ANOTHER_PERSON)
                                ? Flaw.ANOTHER_PERSON
                                : Flaw.TWO_FACES);
            }
        }
        usable.keySet().removeIf(frame -> !flaws.get(frame).isEmpty());
        return new FootageQuality(clip, flaws, List.copyOf(usable.values()));
    }

    private static List<FaceObservation> faces(
            List<ShotMatch.Seen> shots, Function<ShotMatch.Seen, List<FaceTrack>> whose) {
        return shots.stream()
                .map(whose)
                .flatMap(Collection::stream)
                .flatMap(track -> track.observations().stream())
                .toList();
    }

    /** The person's faces in the frames without a flaw, in order. */
    List<FaceObservation> usable() {
        return usable;
    }

    int usableFrames() {
        return usable.size();
    }

    /** One sentence per kind of flaw: how much of it, from when, what to do. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Flaw flaw : Flaw.values()) {
            List<FlawRun> runs = FlawRun.of(flaw, flaws);
            int count = runs.stream().mapToInt(FlawRun::frames).sum();
            if (REFUSED.contains(flaw) || clip.seconds(count) < LEAST_SECONDS_TOLD) {
                continue;
            }
            FlawRun first = runs.getFirst();
            String where = runs.size() == 1
                    ? "from " + Clip.clock(clip.seconds(first.first()))
                    : "in %d places, the first at %s".formatted(runs.size(), Clip.clock(clip.seconds(first.first())));
            String text =
                    "%s %s %s: %s.".formatted(Clip.length(clip.seconds(count)), flaw.what(), where, flaw.advice());
            findings.add(new Finding(
                    Severity.WARNING,
                    text,
                    clip.seconds(first.first()),
                    clip.seconds(runs.getLast().end())));
        }
        return findings;
    }

    /** Every stretch that is worth a word. */
    List<Span> spans() {
        return FlawRun.told(flaws, clip.framesPerSecond()).stream()
                .map(run -> run.span(clip))
                .toList();
    }
}
