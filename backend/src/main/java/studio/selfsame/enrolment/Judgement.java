package studio.selfsame.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.selfsame.enrolment.EnrolmentReport.Finding;
import studio.selfsame.enrolment.EnrolmentReport.Severity;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.problem.Problem;

/**
 * What is to become of the footage.
 *
 * @param refusals all reasons against it; none means that it is accepted
 * @param person the tracking reduced to the verified person's own tracks
 */
record Judgement(EnrolmentReport report, List<Refusal> refusals, FaceTracking person) {
    /** Refused before anybody was looked for. */
    static Judgement withoutLooking(Clip clip, List<Refusal> refusals) {
        return new Judgement(
                report(clip, 0, List.of(), 0, findings(refusals, List.of())),
                refusals,
                new FaceTracking(0, List.of(), List.of()));
    }

    static Judgement of(Clip clip, FaceTracking tracking, List<ShotMatch> shots, EnrolmentSettings settings) {
        return of(List.of(), clip, tracking, shots, settings);
    }

    /** @param before what was against the footage before anybody was looked for in it */
    static Judgement of(
            List<Refusal> before, Clip clip, FaceTracking tracking, List<ShotMatch> shots, EnrolmentSettings settings) {
        List<Refusal> refusals = new ArrayList<>(before);
        shots.stream().map(ShotMatch::refusal).forEach(refusal -> {
            if (refusal != null) {
                refusals.add(refusal);
            }
        });
        List<FaceTrack> person =
                shots.stream().flatMap(shot -> shot.person().stream()).toList();
        double seconds = clip.seconds(tracking.frameCount());
        Refusal tooShort = FootageLimits.tooShort(seconds, settings);
        if (seconds < settings.minSeconds()
                && refusals.stream().noneMatch(said -> said.code().equals(tooShort.code()))) {
            refusals.add(tooShort);
        }
        FootageQuality quality = FootageQuality.of(clip, tracking.frameCount(), person, settings.minFacePx());
        double usable = clip.seconds(quality.usableFrames());
        if (refusals.isEmpty() && usable < settings.minUsableSeconds()) {
            refusals.add(tooLittle(usable, seconds, settings));
        }
        List<EnrolmentReport.Shot> reported = shots.stream()
                .map(match -> new EnrolmentReport.Shot(
                        match.shot().index(),
                        clip.start(match.shot()),
                        clip.end(match.shot()),
                        match.matched(),
                        match.similarity()))
                .toList();
        return new Judgement(
                report(
                        clip,
                        tracking.frameCount(),
                        reported,
                        quality.usableFrames(),
                        findings(refusals, quality.findings())),
                List.copyOf(refusals),
                new FaceTracking(tracking.frameCount(), tracking.shots(), person));
    }

    boolean accepted() {
        return refusals.isEmpty();
    }

    List<String> codes() {
        return refusals.stream().map(Refusal::code).distinct().toList();
    }

    Problem problem() {
        return new Problem(
                "enrolment",
                refusals.stream().map(Refusal::cause).collect(Collectors.joining(" ")),
                "The footage was not accepted and nothing of it was kept.",
                refusals.stream().map(Refusal::remedy).distinct().collect(Collectors.joining(" ")));
    }

    private static Refusal tooLittle(double usable, double seconds, EnrolmentSettings settings) {
        return new Refusal(
                "too-little-usable",
                "Your face can be seen well in %s of the footage; at least %s are needed."
                        .formatted(Clip.length(usable), Clip.length(settings.minUsableSeconds())),
                "Film again and do what the findings say.",
                0,
                seconds,
                0);
    }

    private static List<Finding> findings(List<Refusal> refusals, List<Finding> quality) {
        List<Finding> all = new ArrayList<>();
        for (Refusal refusal : refusals) {
            all.add(new Finding(
                    Severity.REFUSED,
                    refusal.cause() + " " + refusal.remedy(),
                    refusal.startSeconds(),
                    refusal.endSeconds()));
        }
        all.addAll(quality);
        return all;
    }

    private static EnrolmentReport report(
            Clip clip, int frames, List<EnrolmentReport.Shot> shots, int usable, List<Finding> findings) {
        return new EnrolmentReport(
                clip.durationSeconds(),
                frames,
                clip.widthPx(),
                clip.heightPx(),
                clip.framesPerSecond(),
                shots,
                usable,
                findings);
    }
}
