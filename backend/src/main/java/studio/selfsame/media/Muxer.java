package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** A container being written. The byte sink is the caller's to open and close. */
final class Muxer implements AutoCloseable {
    private final AVFormatContext context = new AVFormatContext(null);

    Muxer(String container, String url) {
        if (avformat_alloc_output_context2(context, null, container, url) < 0) {
            throw MediaProblems.cannotEncode("A `" + container + "` file");
        }
    }

    boolean wantsGlobalHeader() {
        return (context.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
    }

    AVStream add(AVCodecContext codec) {
        AVStream stream = avformat_new_stream(context, null);
        avcodec_parameters_from_context(stream.codecpar(), codec);
        stream.time_base(codec.time_base());
        if (codec.framerate().num() > 0) {
            stream.avg_frame_rate(codec.framerate());
        }
        return stream;
    }

    /** Metadata of the whole file; to be told before it begins. */
    void tag(String key, String value) {
        AVDictionary metadata = context.metadata();
        AVDictionary kept = metadata == null ? new AVDictionary(null) : metadata;
        av_dict_set(kept, key, value, 0);
        context.metadata(kept);
    }

    /** @param options alternating names and values */
    void begin(AVIOContext sink, String... options) {
        context.pb(sink);
        AVDictionary dictionary = new AVDictionary(null);
        for (int i = 0; i < options.length; i += 2) {
            av_dict_set(dictionary, options[i], options[i + 1], 0);
        }
        int code = avformat_write_header(context, dictionary);
        av_dict_free(dictionary);
        check("header", code);
    }

    /** Takes the packet's content over; on any thread. */
    synchronized void write(AVPacket packet) {
        check("packet", av_interleaved_write_frame(context, packet));
    }

    void end() {
        check("trailer", av_write_trailer(context));
    }

    private static void check(String call, int code) {
        if (code < 0) {
            throw MediaProblems.cannotWrite(MediaProblems.code(call, code));
        }
    }

    @Override
    public void close() {
        avformat_free_context(context);
    }
}
