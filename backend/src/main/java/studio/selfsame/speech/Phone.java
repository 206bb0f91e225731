package studio.selfsame.speech;

/**
 * One speech sound.
 *
 * @param symbol US English phone, lower case: the 39 of the CMU dictionary, {@code ax} for the unstressed neutral vowel
 *     as in Festival's CMU voices, {@code pau} for a pause
 */
public record Phone(String symbol, long startUs, long endUs) {}
