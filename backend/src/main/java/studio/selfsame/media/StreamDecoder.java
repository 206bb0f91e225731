package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes one stream of a {@link Demuxer}. Damage is told, not concealed, once a first frame has come out. */
final class StreamDecoder implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int AV_FRAME_FLAG_CORRUPT = 1; // not mapped: libavutil/frame.h

    private final Demuxer demuxer;
    private final AVStream stream;
    private final AVCodecContext codec;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private boolean draining;
    private boolean started;
    private long timeUs;
    private boolean closed;

    StreamDecoder(Demuxer demuxer, AVStream stream) {
        this.demuxer = demuxer;
        this.stream = stream;
        int id = stream.codecpar().codec_id();
        AVCodec decoder = avcodec_find_decoder(id);
        codec = avcodec_alloc_context3(decoder);
        codec.thread_count(THREADS);
        codec.max_pixels((long) Limits.MAX_SIDE_PX * Limits.MAX_SIDE_PX);
        codec.pkt_timebase(stream.time_base());
        boolean opened = decoder != null
                && avcodec_parameters_to_context(codec, stream.codecpar()) >= 0
                && avcodec_open2(codec, decoder, (AVDictionary) null) >= 0;
        if (!opened) {
            close();
            throw MediaProblems.unknownCoding(avcodec_get_name(id).getString());
        }
    }

    /** The next decoded frame, valid until the next call; false at the end. */
    boolean next() {
        while (true) {
            int code = avcodec_receive_frame(codec, frame);
            if (code == 0) {
                if (started && (frame.decode_error_flags() != 0 || (frame.flags() & AV_FRAME_FLAG_CORRUPT) != 0)) {
                    throw MediaProblems.damaged(timeUs);
                }
                started = true;
                if (hasTime()) {
                    timeUs = frameTimeUs();
                }
                return true;
            }
            if (code == AVERROR_EOF) {
                return false;
            }
            if (code != AVERROR_EAGAIN()) {
                damage();
            } else {
                feed();
            }
        }
    }

    private void feed() {
        if (draining) {
            throw MediaProblems.damaged(timeUs);
        }
        while (demuxer.read(packet, timeUs)) {
            if (packet.stream_index() != stream.index()) {
                av_packet_unref(packet);
                continue;
            }
            boolean broken = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0 || avcodec_send_packet(codec, packet) < 0;
            av_packet_unref(packet);
            if (broken) {
                damage();
            }
            return;
        }
        draining = true;
        avcodec_send_packet(codec, null);
    }

    // Recordings that start in the middle of a stream begin with undecodable packets: those are skipped.
    private void damage() {
        if (started) {
            throw MediaProblems.damaged(timeUs);
        }
    }

    /** After the demuxer was moved. */
    void flush() {
        avcodec_flush_buffers(codec);
        draining = false;
        started = false;
    }

    AVFrame frame() {
        return frame;
    }

    boolean hasTime() {
        return frame.best_effort_timestamp() != AV_NOPTS_VALUE;
    }

    /** On the file's own clock, whose zero may lie anywhere. */
    long frameTimeUs() {
        return Ticks.toUs(frame.best_effort_timestamp(), stream.time_base());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(codec);
    }
}
