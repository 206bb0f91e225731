package studio.selfsame.media;

/**
 * Writes a media file; pictures and sound may be handed over in any interleaving, each in presentation order, and each on a
 * thread of its own. Opened by {@code Media}. {@link #close()} without {@link #finish()} leaves nothing behind where the destination is a path.
 */
public interface MediaWriter extends AutoCloseable {
    void write(VideoFrame frame);

    void write(AudioSamples samples);

    /** Flushes the encoders and completes the file. */
    void finish();

    @Override
    void close();
}
