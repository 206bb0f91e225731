package studio.selfsame.speech;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;

/** SPI: turns text into speech with phone times. Engines are named by technique and chosen by name. */
public interface SpeechSynthesizer {
    /** E.g. {@code marytts-hsmm}. */
    String name();

    List<Locale> languages();

    /** Speaks; text that cannot be spoken throws {@link studio.selfsame.problem.ProblemException}. */
    Utterance speak(String text, Locale language);

    /**
     * Says at once, without speaking, whether this text can be spoken; cheap enough for a server that never speaks.
     * Throws what {@link #speak(String, Locale)} would.
     */
    default void check(String text, Locale language) {}

    /**
     * Speaks and tells how far it is.
     *
     * @param progress told 0..1 of the text at least once; may throw to stop
     */
    default Utterance speak(String text, Locale language, DoubleConsumer progress) {
        Utterance utterance = speak(text, language);
        progress.accept(1);
        return utterance;
    }
}
