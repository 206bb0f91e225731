package studio.selfsame.speech;

import java.util.List;

/** What is said when. Phones are contiguous and cover the utterance; words refer to the same clock. */
public record PhonemeTimeline(List<Phone> phones, List<Word> words) {
    public record Word(String text, long startUs, long endUs) {}
}
