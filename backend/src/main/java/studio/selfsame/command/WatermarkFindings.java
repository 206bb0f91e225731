package studio.selfsame.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code watermark detect} answers.
 *
 * @param id that of the picture, else that of the sound
 * @param agree whether picture and sound say the same, where both say something
 * @param milliseconds for everything, decoding included
 */
record WatermarkFindings(
        boolean found,
        Optional<String> id,
        Optional<Boolean> agree,
        WatermarkTrack picture,
        WatermarkTrack sound,
        long milliseconds) {
    static WatermarkFindings of(WatermarkTrack picture, WatermarkTrack sound, long milliseconds) {
        Optional<Boolean> agree = picture.found() && sound.found()
                ? Optional.of(picture.id().equals(sound.id()) && picture.key().equals(sound.key()))
                : Optional.empty();
        return new WatermarkFindings(
                picture.found() || sound.found(), picture.id().or(sound::id), agree, picture, sound, milliseconds);
    }

    List<String> told() {
        List<String> lines = new ArrayList<>();
        lines.add(id.map(hex -> "marked: " + hex).orElse("no mark found"));
        Stream.of(picture.told("picture"), sound.told("sound")).forEach(lines::add);
        agree.ifPresent(same -> lines.add(
                same
                        ? "Picture and sound agree."
                        : "Picture and sound DISAGREE: one of them comes from elsewhere, so neither proves anything."));
        lines.add(String.format(Locale.ROOT, "%d ms", milliseconds));
        return lines;
    }
}
