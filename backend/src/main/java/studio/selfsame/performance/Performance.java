package studio.selfsame.performance;

import java.util.Locale;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
import studio.selfsame.likeness.Drive;
import studio.selfsame.likeness.Material;
import studio.selfsame.media.AudioSamples;

/**
 * Something to be rendered with one likeness, complete: what drives the face, what it brings along, what is heard.
 *
 * @param synthesizer the engine whose voice it is, {@link #RECORDED} where nobody's
 * @param drive what it asks of the face
 * @param material what it brings along to draw into and from
 * @param sound what is heard, in the channels and at the rate that it was brought in
 */
public record Performance(
        PerformanceId id,
        PersonId author,
        LikenessId likeness,
        PerformanceKind kind,
        Voice voice,
        Locale language,
        String synthesizer,
        Drive drive,
        Material material,
        AudioSamples sound) {
    /** No engine: the voice was recorded. */
    public static final String RECORDED = "recorded";

    public long durationUs() {
        return drive.durationUs();
    }

    @Override
    public String toString() {
        return "Performance[" + id.value() + "]";
    }
}
