package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Hands {@link VideoFrame}s to an encoder. */
final class PictureFeed implements AutoCloseable {
    private final StreamEncoder encoder;
    private final List<AVFrame> frames = new ArrayList<>();
    private final Queue<AVFrame> spare = new ConcurrentLinkedQueue<>();
    private long lastTicks = Long.MIN_VALUE;

    PictureFeed(StreamEncoder encoder) {
        this.encoder = encoder;
    }

    private AVFrame blank() {
        AVCodecContext codec = encoder.codec();
        AVFrame frame = av_frame_alloc();
        frames.add(frame);
        frame.width(codec.width()).height(codec.height()).format(AV_PIX_FMT_YUV420P);
        av_frame_get_buffer(frame, 0);
        frame.colorspace(AVCOL_SPC_BT709)
                .color_primaries(AVCOL_PRI_BT709)
                .color_trc(AVCOL_TRC_BT709)
                .color_range(AVCOL_RANGE_MPEG);
        return frame;
    }

    /** Copies the picture; it is encoded when the returned is run, on any thread, in the order of taking. */
    Runnable take(VideoFrame picture) {
        AVCodecContext codec = encoder.codec();
        if (picture.widthPx() != codec.width() || picture.heightPx() != codec.height()) {
            throw new IllegalArgumentException("a picture of another size: " + picture);
        }
        long ticks = Ticks.fromUs(picture.presentationTimeUs(), codec.time_base());
        if (ticks <= lastTicks) {
            throw new IllegalArgumentException("pictures must come in presentation order: " + picture);
        }
        lastTicks = ticks;
        AVFrame used = spare.poll();
        AVFrame frame = used == null ? blank() : used;
        av_frame_make_writable(frame);
        copy(picture.y(), frame, 0, picture.widthPx(), picture.heightPx());
        copy(picture.u(), frame, 1, picture.chromaWidthPx(), picture.chromaHeightPx());
        copy(picture.v(), frame, 2, picture.chromaWidthPx(), picture.chromaHeightPx());
        frame.pts(ticks);
        return () -> {
            encoder.encode(frame);
            spare.add(frame);
        };
    }

    private static void copy(byte[] plane, AVFrame frame, int index, int width, int height) {
        int stride = frame.linesize(index);
        ByteBuffer rows = frame.data(index).capacity((long) stride * height).asByteBuffer();
        for (int row = 0; row < height; row++) {
            rows.put(row * stride, plane, row * width, width);
        }
    }

    void end() {
        encoder.encode(null);
    }

    @Override
    public void close() {
        frames.forEach(frame -> av_frame_free(frame));
        encoder.close();
    }
}
