package studio.selfsame.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.selfsame.watermark.Alteration;
import studio.selfsame.watermark.Detection;

/**
 * What one track of a file bears.
 *
 * @param state {@code found}, {@code absent}, {@code inconclusive}, or {@code none}: the file has no such track
 * @param confidence as {@link Detection.Found#confidence()}
 * @param certainAfterSeconds material that was needed
 * @param alteration what had to be undone
 * @param why nothing can be said, or all could not be read
 */
record WatermarkTrack(
        String state,
        Optional<String> id,
        Optional<String> key,
        Optional<Double> confidence,
        Optional<Double> certainAfterSeconds,
        Optional<Map<String, Object>> alteration,
        Optional<String> why,
        long milliseconds) {
    static final WatermarkTrack NONE = without("none", Optional.empty(), 0);

    static WatermarkTrack of(Detection detection, Optional<String> broken, long milliseconds) {
        return switch (detection) {
            case Detection.Found found ->
                new WatermarkTrack(
                        "found",
                        Optional.of(found.payload().toHex()),
                        Optional.of(found.keyId()),
                        Optional.of(round(found.confidence())),
                        Optional.of(round(found.firstCertainUs() / 1e6)),
                        Optional.of(named(found.alteration())),
                        broken,
                        milliseconds);
            case Detection.Absent() -> without(broken.isPresent() ? "inconclusive" : "absent", broken, milliseconds);
            case Detection.Inconclusive(String why) ->
                without("inconclusive", Optional.of(broken.orElse(why)), milliseconds);
        };
    }

    static WatermarkTrack without(String state, Optional<String> why, long milliseconds) {
        return new WatermarkTrack(
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                why,
                milliseconds);
    }

    boolean found() {
        return state.equals("found");
    }

    String told(String track) {
        String said = found()
                ? String.format(
                        Locale.ROOT,
                        "%s  key %s  confidence %.2f  certain after %.1f s  %s  (%d ms)",
                        id.orElse(""),
                        key.orElse(""),
                        confidence.orElse(0.0),
                        certainAfterSeconds.orElse(0.0),
                        alteration.map(undone -> undone.get("inWords")).orElse(""),
                        milliseconds)
                : state.equals("none") ? "the file has none" : state + " (" + milliseconds + " ms)";
        return String.format(
                Locale.ROOT,
                "%-8s %s%s",
                track,
                said,
                why.map(reason -> ": " + reason).orElse(""));
    }

    private static Map<String, Object> named(Alteration alteration) {
        Map<String, Object> named = new LinkedHashMap<>();
        switch (alteration) {
            case Alteration.OfPicture picture -> {
                named.put("scaleX", round(picture.scaleX()));
                named.put("scaleY", round(picture.scaleY()));
                named.put("rotationDegrees", round(picture.rotationDegrees()));
                named.put("mirrored", picture.mirrored());
                named.put("speed", round(picture.speed()));
            }
            case Alteration.OfSound sound -> {
                named.put("tempo", round(sound.tempo()));
                named.put("pitch", round(sound.pitch()));
            }
        }
        named.put("inWords", alteration.inWords());
        return named;
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
