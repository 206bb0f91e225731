package studio.selfsame.performance;

import java.util.Locale;
import studio.selfsame.consent.LikenessId;
import studio.selfsame.identity.PersonId;
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

    @Override
    public String toString() {
        return "Performance[" + id.value() + "]";
    }
}
