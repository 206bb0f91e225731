package studio.selfsame.speech;

import java.util.List;

/**
 * One sentence as the engine spoke it; times are samples from its start.
 *
 * @param samples mono, about -1..1
 * @param sounds contiguous, in order
 * @param words in order
 */
record SpokenSentence(float[] samples, List<Sound> sounds, List<Span> words) {
    record Sound(String symbol, int endSample) {}

    record Span(String text, int startSample, int endSample) {}

    @Override
    public String toString() {
        return "SpokenSentence[" + sounds.size() + " sounds]";
    }
}
