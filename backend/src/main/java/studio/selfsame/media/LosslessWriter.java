package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avformat.avio_flush;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Lossless pictures in Matroska, streamed. */
final class LosslessWriter implements MediaWriter {
    private final StreamOutput output;
    private final Muxer muxer;
    private @Nullable PictureFeed pictures;
    private boolean closed;

    LosslessWriter(OutputStream out, Media.Picture picture) {
        NativeLog.redirect();
        output = new StreamOutput(out);
        muxer = new Muxer("matroska", "");
        try {
            pictures = new PictureFeed(new StreamEncoder(Encoders.lossless(picture), muxer));
            muxer.begin(output.context());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public Runnable take(VideoFrame frame) {
        Runnable encoding = open().take(frame);
        return () -> {
            encoding.run();
            output.rethrow();
        };
    }

    @Override
    public void write(AudioSamples samples) {
        throw new IllegalArgumentException("lossless scratch holds pictures only");
    }

    private PictureFeed open() {
        if (pictures == null || closed) {
            throw new IllegalStateException("the file is complete");
        }
        return pictures;
    }

    @Override
    public void finish() {
        open().end();
        muxer.end();
        avio_flush(output.context());
        output.rethrow();
        close();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (pictures != null) {
            pictures.close();
        }
        muxer.close();
        output.close();
    }
}
