package studio.selfsame.enrolment;

import java.util.ArrayList;
import java.util.List;

/** What can be said of footage before anybody is looked for in it. */
final class FootageLimits {
    private FootageLimits() {}

    static List<Refusal> check(Clip clip, EnrolmentSettings settings) {
        List<Refusal> refusals = new ArrayList<>();
        double seconds = clip.durationSeconds();
        if (seconds < settings.minSeconds()) {
            refusals.add(tooShort(seconds, settings));
        }
        if (seconds > settings.maxSeconds()) {
            refusals.add(new Refusal(
                    "too-long",
                    "The footage is %s min long; at most %s min can be used."
                            .formatted(Clip.clock(seconds), Clip.clock(settings.maxSeconds())),
                    "Cut out one to three minutes.",
                    settings.maxSeconds(),
                    seconds,
                    (int) (settings.maxSeconds() * clip.framesPerSecond())));
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
