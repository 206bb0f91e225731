package studio.selfsame.sealing;

import java.util.Locale;
import studio.selfsame.rendering.UnsealedRender;
import studio.selfsame.sealing.label.LabelWords;

/** What the audience is told in the picture itself. */
enum Disclosure {
    /** All of the picture was made by a model: an avatar speaks. */
    GENERATED,
    /** A recording was altered by a model: it says something that was not said in it. */
    MODIFIED;

    static Disclosure of(UnsealedRender render) {
        return render.kind().isAltered() ? MODIFIED : GENERATED;
    }

    /** The words of the label; English where they are not known in that language. */
    String words(Locale language) {
        LabelWords words = LabelWords.of(language);
        return this == GENERATED ? words.generated() : words.modified();
    }

    /**
     * The language of a label's words.
     *
     * @param spoken in the file
     */
    static Locale languageOf(String label, Locale spoken) {
        LabelWords words = LabelWords.of(spoken);
        return label.equals(words.generated()) || label.equals(words.modified()) ? words.language() : Locale.ENGLISH;
    }
}
