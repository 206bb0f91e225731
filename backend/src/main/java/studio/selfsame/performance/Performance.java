package studio.selfsame.performance;

import java.util.List;
import java.util.Locale;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.likeness.Drive;
import studio.selfsame.likeness.Material;
import studio.selfsame.speech.Utterance;

/**
 * A script spoken and timed, ready to be rendered with one likeness.
 *
 * @param synthesizer the engine whose voice it is
 */
public record Performance(
        PerformanceId id,
        PersonId author,
        LikenessId likeness,
        Locale language,
        String synthesizer,
        Utterance utterance) {
    public long durationUs() {
        return utterance.audio().durationUs();
    }

    /** What it asks of the face. */
    public Drive drive() {
        return new Drive.Speech(utterance.timeline(), utterance.audio(), false, List.of());
    }

    /** What it brings along to draw into and from. */
    public Material material() {
        return Material.NONE;
    }

    @Override
    public String toString() {
        return "Performance[" + id.value() + "]";
    }
}
