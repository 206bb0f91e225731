package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/**
 * Turns whatever a decoder gives into I420, limited range, BT.709, upright, of one even size: that of the first picture.
 * Odd sizes lose their last column or row.
 */
final class PictureConverter implements AutoCloseable {
    private static final int UNITY = 1 << 16;
    /** Pictures whose memory waits for others: as many as are ever on their way at once. */
    private static final int MOST_SPARE = 8;

    private static final int LAST_STANDARD_DEFINITION_HEIGHT = 576;

    private final int widthPx;
    private final int heightPx;
    private final int quarterTurns;
    private final AVFrame converted = av_frame_alloc();
    private @Nullable SwsContext scaler;
    private String scalerFor = "";
    private final BlockingQueue<VideoFrame> spare = new ArrayBlockingQueue<>(MOST_SPARE);

    /** @param quarterTurns clockwise turns to apply, 0..3 */
    PictureConverter(int decodedWidthPx, int decodedHeightPx, int quarterTurns) {
        widthPx = decodedWidthPx & ~1;
        heightPx = decodedHeightPx & ~1;
        this.quarterTurns = quarterTurns;
    }

    /** As converted. */
    int widthPx() {
        return quarterTurns % 2 == 0 ? widthPx : heightPx;
    }

    int heightPx() {
        return quarterTurns % 2 == 0 ? heightPx : widthPx;
    }

    /** Takes the memory of a picture back; on any thread. */
    void reuse(VideoFrame picture) {
        if (picture.y().length == widthPx * heightPx && picture.widthPx() == widthPx()) {
            spare.offer(picture);
        }
    }

    /** @param coloured else the chroma planes are empty */
    VideoFrame convert(AVFrame frame, long presentationTimeUs, boolean coloured) {
        if (frame.width() > Limits.MAX_SIDE_PX || frame.height() > Limits.MAX_SIDE_PX) {
            throw MediaProblems.tooLarge(frame.width(), frame.height());
        }
        AVFrame source = isAlreadyRight(frame) ? frame : scale(frame);
        int chromaWidth = coloured ? widthPx / 2 : 0;
        int chromaHeight = coloured ? heightPx / 2 : 0;
        VideoFrame old = spare.poll();
        byte[] y = old == null ? new byte[widthPx * heightPx] : old.y();
        boolean fits = old != null && old.u().length == chromaWidth * chromaHeight;
        byte[] u = fits ? old.u() : new byte[chromaWidth * chromaHeight];
        byte[] v = fits ? old.v() : new byte[chromaWidth * chromaHeight];
        read(source, 0, y, widthPx, heightPx);
        read(source, 1, u, chromaWidth, chromaHeight);
        read(source, 2, v, chromaWidth, chromaHeight);
        return QuarterTurn.clockwise(new VideoFrame(widthPx, heightPx, presentationTimeUs, y, u, v), quarterTurns);
    }

    private boolean isAlreadyRight(AVFrame frame) {
        return frame.format() == AV_PIX_FMT_YUV420P
                && frame.width() >> 1 == widthPx >> 1
                && frame.height() >> 1 == heightPx >> 1
                && frame.color_range() != AVCOL_RANGE_JPEG
                && matrixOf(frame) == SWS_CS_ITU709;
    }

    private AVFrame scale(AVFrame frame) {
        int sourceWidth = frame.width() & ~1;
        int sourceHeight = frame.height() & ~1;
        String key = sourceWidth + "," + sourceHeight + "," + frame.format() + "," + frame.color_range() + ","
                + matrixOf(frame);
        SwsContext context = scaler;
        if (context == null || !key.equals(scalerFor)) {
            context = scalerFor(frame, sourceWidth, sourceHeight);
            scalerFor = key;
        }
        sws_scale(context, frame.data(), frame.linesize(), 0, sourceHeight, converted.data(), converted.linesize());
        return converted;
    }

    private SwsContext scalerFor(AVFrame frame, int sourceWidth, int sourceHeight) {
        if (scaler != null) {
            sws_freeContext(scaler);
            scaler = null;
        }
        if (converted.width() == 0) {
            converted.width(widthPx).height(heightPx).format(AV_PIX_FMT_YUV420P);
            av_frame_get_buffer(converted, 0);
        }
        SwsContext context = sws_getContext(
                sourceWidth,
                sourceHeight,
                frame.format(),
                widthPx,
                heightPx,
                AV_PIX_FMT_YUV420P,
                SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP,
                null,
                null,
                (DoublePointer) null);
        if (context == null) {
            throw MediaProblems.unknownCoding("pixel format " + frame.format());
        }
        sws_setColorspaceDetails(
                context,
                sws_getCoefficients(matrixOf(frame)),
                frame.color_range() == AVCOL_RANGE_JPEG ? 1 : 0,
                sws_getCoefficients(SWS_CS_ITU709),
                0,
                0,
                UNITY,
                UNITY);
        scaler = context;
        return context;
    }

    // Where nothing is said, players take small pictures for BT.601 and large ones for BT.709.
    private static int matrixOf(AVFrame frame) {
        int space = frame.colorspace();
        if (space == AVCOL_SPC_BT709) {
            return SWS_CS_ITU709;
        }
        if (space == AVCOL_SPC_BT470BG || space == AVCOL_SPC_SMPTE170M) {
            return SWS_CS_ITU601;
        }
        if (space == AVCOL_SPC_BT2020_NCL || space == AVCOL_SPC_BT2020_CL) {
            return SWS_CS_BT2020;
        }
        return Math.min(frame.width(), frame.height()) <= LAST_STANDARD_DEFINITION_HEIGHT
                ? SWS_CS_ITU601
                : SWS_CS_ITU709;
    }

    private static void read(AVFrame frame, int index, byte[] plane, int width, int height) {
        if (height == 0) {
            return;
        }
        int stride = frame.linesize(index);
        ByteBuffer rows =
                frame.data(index).capacity((long) stride * (height - 1) + width).asByteBuffer();
        for (int row = 0; row < height; row++) {
            rows.get(row * stride, plane, row * width, width);
        }
    }

    @Override
    public void close() {
        av_frame_free(converted);
        if (scaler != null) {
            sws_freeContext(scaler);
        }
    }
}
