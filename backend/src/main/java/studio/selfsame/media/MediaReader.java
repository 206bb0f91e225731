package studio.selfsame.media;

import java.util.Optional;

/**
 * Reads a media file: pictures in presentation order (rotation applied, converted to I420 limited range), sound as floats.
 * Opened by {@code Media}. Broken input throws {@link studio.selfsame.problem.ProblemException}. Not thread-safe.
 */
public interface MediaReader extends AutoCloseable {
    MediaProbe probe();

    /** Next picture, or empty at the end. Times start at 0 for the first picture of the file. */
    Optional<VideoFrame> nextFrame();

    /** The same without its colour: the chroma planes are empty. */
    default Optional<VideoFrame> nextLuma() {
        return nextFrame().map(VideoFrame::withoutColour);
    }

    /** How many pictures the container counts, without a look at them; 0 where it does not count them. */
    default long countedPictures() {
        return 0;
    }

    /** Takes the memory of a picture back for one to come: nobody looks at it any more. May be called on any thread. */
    default void reuse(VideoFrame picture) {}

    /** Moves so that {@link #nextFrame()} gives the first picture at or after this time; frame-exact. */
    void seek(long presentationTimeUs);

    /**
     * Presentation times of all pictures, in order from 0 and microseconds, where they are not evenly spaced; else empty: then
     * they lie on the grid of the frame rate.
     */
    default long[] unevenTimesUs() {
        return new long[0];
    }

    /**
     * The rate at which to play the pictures evenly: their own; where they are unevenly spaced, the least usual one at which
     * hardly any is left out.
     */
    default FrameRate evenRate() {
        return probe().video().orElseThrow().frameRate();
    }

    /** The whole sound track, resampled and mixed; empty when there is none. Independent of the picture position. */
    Optional<AudioSamples> readAudio(int sampleRateHz, int channels);

    /** The sound track piece by piece, as {@link #readAudio} gives it, for what is too long to be held at once. */
    Optional<SoundReader> sound(int sampleRateHz, int channels);

    @Override
    void close();
}
