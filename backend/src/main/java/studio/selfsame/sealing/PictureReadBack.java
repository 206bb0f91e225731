package studio.selfsame.sealing;

import java.util.Optional;
import studio.selfsame.media.FrameRate;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.PicturesAhead;
import studio.selfsame.media.VideoFrame;

/**
 * The pictures of a sealed file that are decoded again: all of them until the mark was found, from there on one run of five, from
 * one key picture to the next, and the last run of all. Decoding is dear, and what an encoder does wrong it does to more than one
 * run: whether the label stands in a picture at all was looked at in every one on its way to the encoder.
 */
final class PictureReadBack implements PicturesAhead.Source {
    private static final int ONE_RUN_OF = 5;

    private final MediaReader reader;
    private final FrameRate rate;
    private final int run;
    private final int lastRun;
    private int next;
    private volatile boolean settled;

    /** @param frames of the file */
    PictureReadBack(MediaReader reader, FrameRate rate, int frames) {
        this.reader = reader;
        this.rate = rate;
        this.run = Media.keyPictureEvery(rate);
        this.lastRun = (frames - 1) / run;
    }

    /** Not all need be looked at any more. On any thread. */
    void settle() {
        settled = true;
    }

    @Override
    public Optional<VideoFrame> next() {
        int wanted = settled ? wantedFrom(next) : next;
        if (wanted > next) {
            reader.seek(rate.timeUs(wanted));
        }
        Optional<VideoFrame> picture = reader.nextLuma();
        next = picture.map(this::indexOf).orElse(wanted) + 1;
        return picture;
    }

    /** Its place among all pictures of the file, from 0. */
    int indexOf(VideoFrame picture) {
        return (int) Math.round(picture.presentationTimeUs() * rate.perSecond() / 1e6);
    }

    private int wantedFrom(int index) {
        int at = index / run;
        if (at % ONE_RUN_OF == 0 || at >= lastRun) {
            return index;
        }
        return run * Math.min(lastRun, at + ONE_RUN_OF - at % ONE_RUN_OF);
    }
}
