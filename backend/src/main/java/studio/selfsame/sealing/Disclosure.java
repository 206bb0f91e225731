package studio.selfsame.sealing;

import java.util.Locale;

/** What the audience is told in the picture itself. */
enum Disclosure {
    /** All of the picture was made by a model: an avatar speaks. */
    GENERATED("AI GENERATED");

    private final String english;

    Disclosure(String english) {
        this.english = english;
    }

    /** The words of the label; English in every language until others are offered. */
    String words(Locale language) {
        return english.toUpperCase(Locale.ENGLISH);
    }
}
