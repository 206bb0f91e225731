package studio.selfsame.sealing;

import java.util.Locale;
import java.util.Set;

/**
 * What the viewers of a file are told.
 *
 * @param language that is spoken, and in which they are told where the label's words are known in it
 * @param producer who is named as having produced it, where a law asks for that
 */
record Declared(Disclosure disclosure, Locale language, Grounds grounds, String producer) {
    /** The words of the label. */
    String words() {
        return disclosure.words(language);
    }

    /** Of these words; the one that is spoken, or English. */
    Locale languageOfWords() {
        return Disclosure.languageOf(words(), language);
    }

    Set<Notice> notices() {
        return Notice.of(language, grounds);
    }
}
