package studio.selfsame.sealing;

import java.util.Locale;
import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.rendering.UnsealedRender;

/**
 * Pictures and sound that are to be sealed.
 *
 * @param frames how many pictures there are
 * @param pictures all of them in order, from the first at each call; theirs to change
 * @param language of the label's words
 */
record Undisclosed(
        int widthPx,
        int heightPx,
        FrameRate frameRate,
        int frames,
        UnsealedRender.Frames pictures,
        AudioSamples sound,
        Disclosure disclosure,
        Locale language) {
    static Undisclosed of(UnsealedRender render) {
        return new Undisclosed(
                render.widthPx(),
                render.heightPx(),
                render.frameRate(),
                render.frames(),
                render.pictures(),
                render.sound(),
                Disclosure.of(render),
                render.language());
    }

    String words() {
        return disclosure.words(language);
    }
}
