package studio.selfsame.performance;

import java.util.Locale;

/** What becomes of a video that lasts longer than its new words. */
enum Rest {
    /** It plays on in silence, its mouth at rest: nothing of the video is lost. */
    PLAY_ON,
    /** It ends with the words. */
    CUT;

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Rest of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
