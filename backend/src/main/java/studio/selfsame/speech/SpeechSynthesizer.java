package studio.selfsame.speech;

import java.util.List;
import java.util.Locale;

/** SPI: turns text into speech with phone times. Engines are named by technique and chosen by name. */
public interface SpeechSynthesizer {
    /** E.g. {@code marytts-hsmm}. */
    String name();

    List<Locale> languages();

    /** Speaks; text that cannot be spoken throws {@link studio.selfsame.problem.ProblemException}. */
    Utterance speak(String text, Locale language);
}
