package studio.selfsame.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be said of footage before anybody is looked for in it. */
final class FootageLimits {
    static final String TOO_LONG = "too-long";
    /** Fewer pictures a second do not show how a mouth moves. */
    private static final int LEAST_FRAMES_PER_SECOND = 10;

    private FootageLimits() {}

    static List<Refusal> check(Clip clip, EnrolmentSettings settings) {
        List<Refusal> refusals = new ArrayList<>();
        double seconds = clip.durationSeconds();
        if (seconds < settings.minSeconds()) {
            refusals.add(tooShort(seconds, settings));
        }
        if (seconds > settings.maxSeconds()) {
            refusals.add(new Refusal(
                    TOO_LONG,
                    "The footage is %s min long; at most %s min can be used."
                            .formatted(Clip.clock(seconds), Clip.clock(settings.maxSeconds())),
                    "Cut out one to three minutes.",
                    settings.maxSeconds(),
                    seconds,
                    (int) (settings.maxSeconds() * clip.framesPerSecond())));
        }
        if (clip.framesPerSecond() < LEAST_FRAMES_PER_SECOND) {
            refusals.add(new Refusal(
                    "too-few-pictures",
                    String.format(
                            Locale.ROOT,
                            "The footage has %.1f pictures per second; at least %d are needed to learn how a mouth moves.",
                            clip.framesPerSecond(),
                            LEAST_FRAMES_PER_SECOND),
                    "Film at 25 pictures per second or more.",
                    0,
                    seconds,
                    0));
        }
        if (clip.heightPx() < settings.minHeightPx()) {
            refusals.add(new Refusal(
                    "too-small",
                    "The picture is %d pixels high; at least %d are needed."
                            .formatted(clip.heightPx(), settings.minHeightPx()),
                    "Film at a higher resolution, 720 pixels or more.",
                    0,
                    seconds,
                    0));
        }
        return refusals;
    }

    static Refusal tooShort(double seconds, EnrolmentSettings settings) {
        return new Refusal(
                "too-short",
                "The footage is %s long; at least %s are needed."
                        .formatted(Clip.length(seconds), Clip.length(settings.minSeconds())),
                "Film yourself talking for about a minute.",
                0,
                seconds,
                0);
    }
}
