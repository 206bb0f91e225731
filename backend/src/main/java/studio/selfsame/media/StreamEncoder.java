package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Feeds one opened encoder and hands its packets to the container. */
final class StreamEncoder implements AutoCloseable {
    private final AVCodecContext codec;
    private final Muxer muxer;
    private final AVStream stream;
    private final AVPacket packet = av_packet_alloc();

    /** Takes the encoder over. */
    StreamEncoder(AVCodecContext codec, Muxer muxer) {
        this.codec = codec;
        this.muxer = muxer;
        stream = muxer.add(codec);
    }

    AVCodecContext codec() {
        return codec;
    }

    /** @param frame null at the end of the stream */
    void encode(@Nullable AVFrame frame) {
        int sent = avcodec_send_frame(codec, frame);
        if (sent < 0) {
            throw MediaProblems.cannotWrite(MediaProblems.code("encode", sent));
        }
        while (true) {
            int code = avcodec_receive_packet(codec, packet);
            if (code == AVERROR_EOF || code == AVERROR_EAGAIN()) {
                return;
            }
            if (code < 0) {
                throw MediaProblems.cannotWrite(MediaProblems.code("encode", code));
            }
            packet.stream_index(stream.index());
            av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            muxer.write(packet);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(codec);
    }
}
