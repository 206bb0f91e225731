package studio.selfsame.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import studio.selfsame.enrolment.FootageScreen.Objection;
import studio.selfsame.enrolment.RecordingOutcome.Reason;
import studio.selfsame.face.FaceEmbedding;
import studio.selfsame.face.FaceMatcher;
import studio.selfsame.face.FaceTrack;
import studio.selfsame.face.FaceTracker;
import studio.selfsame.face.FaceTrackers;
import studio.selfsame.face.FaceTracking;
import studio.selfsame.identity.PersonId;
import studio.selfsame.identity.Portraits;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.MediaProbe;
import studio.selfsame.media.MediaReader;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.work.WorkMonitor;

/** Looks at a recording from its first to its last frame. Only in a worker. */
@Component
class RecordingExamination {
    private static final int FRAMES_PER_CHECK = 5;

    private final RecordingSettings settings;
    private final Portraits portraits;
    private final FaceMatcher matcher;
    private final FaceTrackers trackers;

    RecordingExamination(RecordingSettings settings, Portraits portraits, FaceMatcher matcher, FaceTrackers trackers) {
        this.settings = settings;
        this.portraits = portraits;
        this.matcher = matcher;
        this.trackers = trackers;
    }

    /**
     * @param reasons all against it; none: it is verified
     * @param frameRate at which it is to be played
     * @param frames of it when played so
     * @param person the tracking reduced to the verified person's own tracks
     */
    record Found(List<Reason> reasons, FrameRate frameRate, int frames, FaceTracking person) {
        private static final FrameRate UNKNOWN = new FrameRate(1, 1);

        Found {
            reasons = List.copyOf(reasons);
        }

        /** Refused before anybody was looked for. */
        static Found withoutLooking(List<Reason> reasons) {
            return new Found(reasons, UNKNOWN, 0, new FaceTracking(0, List.of(), List.of()));
        }
    }

    /**
     * @param objections to where it comes from
     * @throws ProblemException when the file is damaged or no video, or no portrait is there
     */
    Found examine(
            PersonId owner,
            RecordingPurpose purpose,
            MediaReader reader,
            List<Objection> objections,
            WorkMonitor monitor) {
        MediaProbe probe = reader.probe();
        MediaProbe.Video video = probe.video().orElseThrow(RecordingExamination::noPicture);
        Clip clip = Clip.of(probe, video);
        List<Reason> reasons = new ArrayList<>(RecordingLimits.check(clip, settings));
        if (reasons.stream().anyMatch(reason -> reason.code().equals(RecordingLimits.TOO_LONG))) {
            // Looking at all of it would take as long as what the limit is there to spare.
            return Found.withoutLooking(reasons);
        }
        for (Objection found : objections) {
            reasons.add(new Reason(found.code(), found.cause(), found.remedy(), 0, clip.durationSeconds(), 0));
        }
        if (!objections.isEmpty()) {
            // No face is looked at in what may not be drawn after.
            return Found.withoutLooking(reasons);
        }
        FaceEmbedding portrait = portraits.verifiedPortraitOf(owner).orElseThrow(RecordingExamination::noPortrait);
        FaceTracking tracking = track(reader, clip, monitor);
        ShotMatcher shots = new ShotMatcher(matcher, portrait, clip);
        List<FaceTrack> person = shots.find(tracking);
        double seconds = tracking.frameCount() / video.frameRate().perSecond();
        // The sound may be longer than the picture.
        if (seconds < settings.minSeconds() && clip.durationSeconds() >= settings.minSeconds()) {
            reasons.add(RecordingLimits.tooShort(seconds, settings));
        }
        reasons.addAll(
                switch (purpose) {
                    case TAKE -> strangers(shots, tracking);
                    case PLATES -> person.isEmpty() ? List.of(nowhere(clip, tracking)) : List.<Reason>of();
                });
        FrameRate rate = reader.evenRate();
        return new Found(
                reasons,
                rate,
                (int) Math.max(1, Math.round(seconds * rate.perSecond())),
                new FaceTracking(tracking.frameCount(), tracking.shots(), person));
    }

    private static List<Reason> strangers(ShotMatcher shots, FaceTracking tracking) {
        return shots.match(tracking).stream()
                .map(ShotMatch::refusal)
                .filter(Objects::nonNull)
                .map(RecordingExamination::reason)
                .toList();
    }

    private static Reason reason(Refusal refusal) {
        return new Reason(
                refusal.code(),
                "%s It begins with frame %d.".formatted(refusal.cause(), refusal.frame()),
                refusal.remedy(),
                refusal.startSeconds(),
                refusal.endSeconds(),
                refusal.frame());
    }

    private static Reason nowhere(Clip clip, FaceTracking tracking) {
        String seen = tracking.tracks().isEmpty()
                ? "No face can be seen in the video."
                : "You are nowhere in the video: none of its faces matches your verified portrait.";
        return new Reason(
                "not-in-it",
                seen,
                "Only a video that shows yourself can be drawn into. If it is you, choose one with more light and a larger"
                        + " face, seen from the front.",
                0,
                clip.seconds(tracking.frameCount()),
                0);
    }

    private FaceTracking track(MediaReader reader, Clip clip, WorkMonitor monitor) {
        double expected = Math.max(1, clip.durationSeconds() * clip.framesPerSecond());
        try (FaceTracker tracker = trackers.open()) {
            return tracker.track(reader, frame -> {
                if (frame % FRAMES_PER_CHECK == 0) {
                    monitor.checkCancelled();
                    monitor.progress(
                            "looking for you in every frame", Math.min(1, frame / expected), Map.of("frame", (double)
                                    frame));
                }
            });
        }
    }

    private static ProblemException noPicture() {
        return ProblemException.unusable(
                "enrolment",
                "The file holds no moving picture.",
                "Nothing of it was kept.",
                "Send a video, e.g. MP4 or MOV.");
    }

    private static ProblemException noPortrait() {
        return new ProblemException(
                ProblemException.Kind.REFUSED,
                new Problem(
                        "enrolment",
                        "Your verified portrait is no longer there, so the video cannot be compared with it.",
                        "Nothing of it was kept.",
                        "Send a portrait, wait until a referee has approved it, then send the video again."));
    }
}
