package studio.selfsame.sealing;

import java.util.Locale;
import studio.selfsame.rendering.UnsealedRender;

/** What the audience is told in the picture itself. */
enum Disclosure {
    /** All of the picture was made by a model: an avatar speaks. */
    GENERATED("AI GENERATED"),
    /** A recording was altered by a model: it says something that was not said in it. */
    MODIFIED("AI MODIFIED");

    private final String english;

    Disclosure(String english) {
        this.english = english;
    }

    static Disclosure of(UnsealedRender render) {
        return render.kind().isAltered() ? MODIFIED : GENERATED;
    }

    /** The words of the label; English in every language until others are offered. */
    String words(Locale language) {
        return english.toUpperCase(Locale.ENGLISH);
    }
}
