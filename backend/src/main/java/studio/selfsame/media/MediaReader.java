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

    /** Moves so that {@link #nextFrame()} gives the first picture at or after this time; frame-exact. */
    void seek(long presentationTimeUs);

    /** The whole sound track, resampled and mixed; empty when there is none. Independent of the picture position. */
    Optional<AudioSamples> readAudio(int sampleRateHz, int channels);

    /** The sound track piece by piece, as {@link #readAudio} gives it, for what is too long to be held at once. */
    Optional<SoundReader> sound(int sampleRateHz, int channels);

    @Override
    void close();
}
