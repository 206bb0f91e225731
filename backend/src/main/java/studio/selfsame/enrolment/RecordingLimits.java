package studio.selfsame.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.selfsame.enrolment.RecordingOutcome.Reason;

/** What can be said of a recording before anybody is looked for in it. */
final class RecordingLimits {
    static final String TOO_LONG = "too-long";

    private RecordingLimits() {}

    static List<Reason> check(Clip clip, RecordingSettings settings) {
        List<Reason> reasons = new ArrayList<>();
        double seconds = clip.durationSeconds();
        if (seconds < settings.minSeconds()) {
            reasons.add(tooShort(seconds, settings));
        }
        if (seconds > settings.maxSeconds()) {
            reasons.add(new Reason(
                    TOO_LONG,
                    "The video is %s min long; at most %s min can be used."
                            .formatted(Clip.clock(seconds), Clip.clock(settings.maxSeconds())),
                    "Cut it shorter, or make several performances of it.",
                    settings.maxSeconds(),
                    seconds,
                    (int) (settings.maxSeconds() * clip.framesPerSecond())));
        }
        if (clip.framesPerSecond() < settings.minFramesPerSecond()) {
            reasons.add(new Reason(
                    "too-few-pictures",
                    String.format(
                            Locale.ROOT,
                            "The video has %.1f pictures per second; at least %.0f are needed to follow a mouth.",
                            clip.framesPerSecond(),
                            settings.minFramesPerSecond()),
                    "Film at 25 pictures per second or more.",
                    0,
                    seconds,
                    0));
        }
        if (clip.heightPx() < settings.minHeightPx()) {
            reasons.add(new Reason(
                    "too-small",
                    "The picture is %d pixels high; at least %d are needed."
                            .formatted(clip.heightPx(), settings.minHeightPx()),
                    "Film at a higher resolution, 720 pixels or more.",
                    0,
                    seconds,
                    0));
        }
        return reasons;
    }

    static Reason tooShort(double seconds, RecordingSettings settings) {
        return new Reason(
                "too-short",
                "The video is %s long; at least %s are needed."
                        .formatted(Clip.length(seconds), Clip.length(settings.minSeconds())),
                "Film a little longer.",
                0,
                seconds,
                0);
    }
}
