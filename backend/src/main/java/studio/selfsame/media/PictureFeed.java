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
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Hands {@link VideoFrame}s to an encoder. */
final class PictureFeed implements AutoCloseable {
    private final StreamEncoder encoder;
    private final AVFrame frame = av_frame_alloc();
    private long lastTicks = Long.MIN_VALUE;

    PictureFeed(StreamEncoder encoder) {
        this.encoder = encoder;
        AVCodecContext codec = encoder.codec();
        frame.width(codec.width()).height(codec.height()).format(AV_PIX_FMT_YUV420P);
        av_frame_get_buffer(frame, 0);
        frame.colorspace(AVCOL_SPC_BT709)
                .color_primaries(AVCOL_PRI_BT709)
                .color_trc(AVCOL_TRC_BT709)
                .color_range(AVCOL_RANGE_MPEG);
    }

    void write(VideoFrame picture) {
        if (picture.widthPx() != frame.width() || picture.heightPx() != frame.height()) {
            throw new IllegalArgumentException("a picture of another size: " + picture);
        }
        long ticks = Ticks.fromUs(picture.presentationTimeUs(), encoder.codec().time_base());
        if (ticks <= lastTicks) {
            throw new IllegalArgumentException("pictures must come in presentation order: " + picture);
        }
        lastTicks = ticks;
        av_frame_make_writable(frame);
        copy(picture.y(), 0, picture.widthPx(), picture.heightPx());
        copy(picture.u(), 1, picture.chromaWidthPx(), picture.chromaHeightPx());
        copy(picture.v(), 2, picture.chromaWidthPx(), picture.chromaHeightPx());
        frame.pts(ticks);
        encoder.encode(frame);
    }

    private void copy(byte[] plane, int index, int width, int height) {
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
        av_frame_free(frame);
        encoder.close();
    }
}
