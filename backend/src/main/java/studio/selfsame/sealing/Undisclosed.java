package studio.selfsame.sealing;

import studio.selfsame.media.AudioSamples;
import studio.selfsame.media.FrameRate;
import studio.selfsame.rendering.UnsealedRender;

/**
 * Pictures and sound that are to be sealed.
 *
 * @param frames how many pictures there are
 * @param pictures all of them in order, from the first at each call; theirs to change
 * @param declared what its viewers are to be told
 */
record Undisclosed(
        int widthPx,
        int heightPx,
        FrameRate frameRate,
        int frames,
        UnsealedRender.Frames pictures,
        AudioSamples sound,
        Declared declared) {
    static Undisclosed of(UnsealedRender render, Declared declared) {
        return new Undisclosed(
                render.widthPx(),
                render.heightPx(),
                render.frameRate(),
                render.frames(),
                render.pictures(),
                render.sound(),
                declared);
    }
}
