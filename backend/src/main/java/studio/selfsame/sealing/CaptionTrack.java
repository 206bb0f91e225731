package studio.selfsame.sealing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import studio.selfsame.performance.SpokenLine;

/**
 * Captions of an output: the words of its label first, and again every five minutes; then what is said, as far as that is a
 * script.
 *
 * @param words of the label
 * @param wordsLanguage of these
 * @param language that is spoken
 * @param cues by their beginning
 */
record CaptionTrack(String words, Locale wordsLanguage, Locale language, List<Cue> cues) {
    private static final long SHOWN_US = 5_000_000;
    private static final long AGAIN_US = 300_000_000;

    /**
     * Times in microseconds.
     *
     * @param disclosure the label's words, not something that is said
     */
    record Cue(long startUs, long endUs, String text, boolean disclosure) {}

    /** @param language that is spoken */
    static CaptionTrack of(String words, Locale language, long durationUs, List<SpokenLine> lines) {
        List<Cue> cues = new ArrayList<>();
        for (long at = 0; at == 0 || at < durationUs; at += AGAIN_US) {
            cues.add(new Cue(at, at + SHOWN_US, "[" + words + "]", true));
        }
        lines.forEach(line -> cues.add(new Cue(line.startUs(), line.endUs(), line.text(), false)));
        // the disclosure goes before what is said at the same time
        cues.sort(Comparator.comparingLong(Cue::startUs));
        return new CaptionTrack(words, Disclosure.languageOf(words, language), language, List.copyOf(cues));
    }

    /** Whether the label is in another language than what is said. */
    boolean isMixed() {
        return !wordsLanguage.getLanguage().equals(language.getLanguage());
    }

    /** Nobody's script stands in a log. */
    @Override
    public String toString() {
        return "CaptionTrack[" + cues.size() + " cues]";
    }
}
