package studio.selfsame.enrolment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import studio.selfsame.enrolment.FootageScreen.Objection;
import studio.selfsame.face.FaceEmbedding;
import studio.selfsame.face.FaceMatcher;
import studio.selfsame.face.FaceTracker;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.identity.PersonId;
import studio.selfsame.identity.Portraits;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.work.WorkMonitor;

/** Looks at footage from its first to its last frame. Only in a worker: it decodes media and holds native models. */
@Component
class FootageExamination {
    private static final int FRAMES_PER_CHECK = 5;
    private static final double TRACKED = 0.95;

    private final EnrolmentSettings settings;
    private final Portraits portraits;
    private final FaceMatcher matcher;
    private final FaceTrackers trackers;

    FootageExamination(EnrolmentSettings settings, Portraits portraits, FaceMatcher matcher, FaceTrackers trackers) {
        this.settings = settings;
        this.portraits = portraits;
        this.matcher = matcher;
        this.trackers = trackers;
    }

    /**
     * @param objections to where it comes from
     * @throws ProblemException when the file is no video or is damaged
     */
    Judgement examine(PersonId person, MediaReader reader, List<Objection> objections, WorkMonitor monitor) {
        MediaProbe probe = reader.probe();
        Clip clip = Clip.of(probe, probe.video().orElseThrow(FootageExamination::noPicture));
        List<Refusal> outOfLimits = FootageLimits.check(clip, settings);
        if (outOfLimits.stream().anyMatch(refusal -> refusal.code().equals(FootageLimits.TOO_LONG))) {
            // Looking at all of it would take as long as what the limit is there to spare.
            return Judgement.withoutLooking(clip, outOfLimits);
        }
        if (!objections.isEmpty()) {
            // No face is looked at in what may not be learnt from.
            return Judgement.withoutLooking(
                    clip,
                    Stream.concat(outOfLimits.stream(), refusals(clip, objections))
                            .toList());
        }
        FaceEmbedding portrait = portraits.verifiedPortraitOf(person).orElseThrow(FootageExamination::noPortrait);
        FaceTracking tracking = track(reader, clip, monitor);
        monitor.progress("comparing every shot with your portrait", TRACKED, Map.of());
        List<ShotMatch> shots = new ShotMatcher(matcher, portrait, clip).match(tracking);
        return Judgement.of(outOfLimits, clip, tracking, shots, settings);
    }

    private static Stream<Refusal> refusals(Clip clip, List<Objection> objections) {
        return objections.stream()
                .map(found -> new Refusal(found.code(), found.cause(), found.remedy(), 0, clip.durationSeconds(), 0));
    }

    private FaceTracking track(MediaReader reader, Clip clip, WorkMonitor monitor) {
        double expected = Math.max(1, clip.durationSeconds() * clip.framesPerSecond());
        try (FaceTracker tracker = trackers.open()) {
            return tracker.track(reader, frame -> {
                if (frame % FRAMES_PER_CHECK == 0) {
                    monitor.checkCancelled();
                    double fraction = Math.min(TRACKED, TRACKED * frame / expected);
                    monitor.progress("looking at every frame", fraction, Map.of("frame", (double) frame));
                }
            });
        }
    }

    private static ProblemException noPicture() {
        return ProblemException.unusable(
                "enrolment",
                "The file holds no moving picture.",
                "The footage was not accepted and nothing of it was kept.",
                "Send a video, e.g. MP4 or MOV.");
    }

    private static ProblemException noPortrait() {
        return new ProblemException(
                ProblemException.Kind.REFUSED,
                new Problem(
                        "enrolment",
                        "Your verified portrait is no longer there, so the footage cannot be compared with it.",
                        "The footage was not accepted and nothing of it was kept.",
                        "Send a portrait, wait until a referee has approved it, then send the footage again."));
    }
}
