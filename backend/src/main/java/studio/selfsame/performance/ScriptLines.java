package studio.selfsame.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import studio.selfsame.speech.PhonemeTimeline.Word;

/**
 * Cuts a script into lines that can be read while they are spoken: at ends of sentences, and within long ones between words,
 * behind a comma where there is one. Spelling and punctuation are the script's, times those of the words.
 */
final class ScriptLines {
    /** Two lines of 42 characters, as subtitles usually have. */
    static final int LONGEST = 84;

    /** A full stop within a number ends nothing. */
    private static final Pattern SENTENCE_END =
            Pattern.compile("[.!?\u2026](?=[\\s\"'\u201D\u2019)]|$)|[\u3002\uFF01\uFF1F\u061F\u0964]|\\n\\s*\\n");

    private static final Pattern CLAUSE_END = Pattern.compile("[,;:](?=\\s|$)|[\u2013\u2014\u3001\uFF0C\u060C]");
    /** A line that ends at a comma is at least this long. */
    private static final int LEAST = LONGEST / 2;

    private final String script;
    private final List<SpokenLine> lines = new ArrayList<>();
    private int from;
    private long startUs;
    private long endUs;

    private ScriptLines(String script) {
        this.script = script;
    }

    /** @param words in order, as in the script; one that is not found there adds its time alone */
    static List<SpokenLine> of(String script, List<Word> words) {
        return new ScriptLines(script).cut(words);
    }

    private List<SpokenLine> cut(List<Word> words) {
        int behind = 0;
        boolean open = false;
        for (Word word : words) {
            int at = script.indexOf(word.text(), behind);
            if (at >= 0) {
                if (open && ends(behind, at, at + word.text().length())) {
                    close(gap(behind, at));
                    open = false;
                }
                if (!open) {
                    startUs = word.startUs();
                    open = true;
                }
                behind = at + word.text().length();
            }
            endUs = word.endUs();
        }
        if (open) {
            close(script.length());
        }
        return List.copyOf(lines);
    }

    /** Whether the line ends between what was said and the word that ends at {@code next}. */
    private boolean ends(int behind, int at, int next) {
        String between = script.substring(behind, at);
        return SENTENCE_END.matcher(between).find()
                || next - from > LONGEST
                || behind - from >= LEAST && CLAUSE_END.matcher(between).find();
    }

    /** Marks that follow a word without a space belong to it, those behind the space to the next one. */
    private int gap(int behind, int at) {
        for (int i = behind; i < at; i++) {
            if (Character.isWhitespace(script.charAt(i))) {
                return i;
            }
        }
        return at;
    }

    private void close(int to) {
        String text = script.substring(from, to).strip().replaceAll("\\s+", " ");
        lines.add(new SpokenLine(text, startUs, endUs));
        from = to;
    }
}
