package studio.selfsame.face;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.selfsame.media.VideoFrame;

/**
 * Notices hard cuts: the picture changes both in place and in its distribution of brightness, far more than lately, also
 * after it is moved back as a pan would have moved it, and stays changed. What is as before again within two frames was a flash.
 */
final class ShotCuts {
    private static final double MIN_CHANGE = 18;
    private static final double MIN_REDISTRIBUTION = 0.25;
    private static final double TIMES_USUAL = 4;

    /** The longest flash; so many frames are looked ahead. */
    private static final int FLASH_FRAMES = 2;

    private final Deque<Seen> ahead = new ArrayDeque<>();
    private @Nullable Thumbnail last;
    private double usual = 2;

    /** @param startsShot true for the first frame */
    record Marked(VideoFrame frame, boolean startsShot) {}

    private record Seen(VideoFrame frame, Thumbnail thumbnail) {}

    /** Takes the next frame in, and gives the one about which all is known now, if there is one. */
    Optional<Marked> add(VideoFrame frame) {
        ahead.add(new Seen(frame, Thumbnail.of(frame)));
        return ahead.size() > FLASH_FRAMES ? next() : Optional.empty();
    }

    /** The frames still held, once no more come; empty at the end. */
    Optional<Marked> next() {
        Seen now = ahead.poll();
        if (now == null) {
            return Optional.empty();
        }
        Thumbnail before = last;
        if (before == null) {
            last = now.thumbnail();
            return Optional.of(new Marked(now.frame(), true));
        }
        double change = before.change(now.thumbnail());
        boolean differs = differs(before, now.thumbnail(), change);
        if (differs && comesBack(before)) {
            return Optional.of(new Marked(now.frame(), false));
        }
        usual = differs ? 2 : 0.9 * usual + 0.1 * change;
        last = now.thumbnail();
        return Optional.of(new Marked(now.frame(), differs));
    }

    private boolean comesBack(Thumbnail before) {
        Iterator<Seen> coming = ahead.iterator();
        for (int i = 0; i < FLASH_FRAMES && coming.hasNext(); i++) {
            Thumbnail then = coming.next().thumbnail();
            if (!differs(before, then, before.change(then))) {
                return true;
            }
        }
        return false;
    }

    private boolean differs(Thumbnail before, Thumbnail now, double change) {
        double least = Math.max(MIN_CHANGE, TIMES_USUAL * usual);
        return change > least && before.redistribution(now) > MIN_REDISTRIBUTION && before.changeMovedBack(now) > least;
    }
}
