package studio.selfsame.speech;

import studio.selfsame.media.AudioSamples;
import studio.selfsame.problem.ProblemException;

/** SPI: hears which speech sounds are made when, without knowing the text. Engines are named by technique. */
public interface PhoneRecognizer {
    /** Samples per second of the sound it is given. */
    int SAMPLE_RATE_HZ = 16_000;

    /** E.g. {@code sphinx4-phone-loop}. */
    String name();

    /**
     * Phones of the sound from its start to its end without gaps, in {@link Phone}'s symbols; no words.
     *
     * @param sound 16 kHz mono, minutes of it if need be
     * @throws ProblemException where there is no sound at all
     */
    PhonemeTimeline recognise(AudioSamples sound);
}
