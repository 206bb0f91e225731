package studio.selfsame.media;

import java.io.IOException;

/**
 * Hands pictures to a writer, on a thread of its own, while its user makes the next. Pictures may be changed once they
 * were handed over. What the writer throws is thrown by one of the next calls, at last by {@link #finish()}.
 */
public final class PicturesBehind implements AutoCloseable {
    /** Whoever makes pictures stops now and then to think; until then the writer lives on these. */
    private static final int MOST_BEHIND = 16;
    /** Of luma, in pictures that wait. */
    private static final int MOST_PIXELS_BEHIND = 1 << 24;

    private final MediaWriter writer;
    private final Lane lane = new Lane("pictures-behind");

    public PicturesBehind(MediaWriter writer) {
        this.writer = writer;
    }

    public void write(VideoFrame frame) throws IOException {
        lane.await(Math.clamp(MOST_PIXELS_BEHIND / frame.y().length, 2, MOST_BEHIND));
        lane.add(writer.take(frame)::run);
    }

    /** Returns once all pictures are written; the file itself is still to be finished. */
    public void finish() throws IOException {
        lane.await(0);
    }

    /** Returns once the writer is left alone. */
    @Override
    public void close() {
        lane.close();
    }
}
