package studio.selfsame.media;

/**
 * Writes a media file; pictures and sound may be handed over in any interleaving, each in presentation order, and each on a
 * thread of its own. Opened by {@code Media}. {@link #close()} without {@link #finish()} leaves nothing behind where the destination is a path.
 */
public interface MediaWriter extends AutoCloseable {
    /** Takes what a picture shows; the picture may be changed from then on. To be written by what is returned, on any thread, in the order of taking. */
    Runnable take(VideoFrame frame);

    default void write(VideoFrame frame) {
        take(frame).run();
    }

    void write(AudioSamples samples);

    /** Flushes the encoders and completes the file. */
    void finish();

    @Override
    void close();
}
