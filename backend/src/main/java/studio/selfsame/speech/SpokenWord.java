package studio.selfsame.speech;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One written word of a sentence and how it is to be said.
 *
 * @param written as in the script; empty for punctuation
 * @param spoken what the engine is given, one or more words, e.g. {@code 3.50} with a dollar sign gives four
 * @param sampa the pronunciation where the engine's own would be wrong
 */
record SpokenWord(
        String written, List<String> spoken, @Nullable String sampa) {
    static SpokenWord of(String written, String... spoken) {
        return new SpokenWord(written, List.of(spoken), null);
    }

    static SpokenWord pause(String mark) {
        return new SpokenWord("", List.of(mark), null);
    }

    boolean isPause() {
        return written.isEmpty();
    }
}
