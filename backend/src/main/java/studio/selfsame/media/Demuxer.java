package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;
import studio.selfsame.problem.ProblemException;

/** An opened container: gives packets. */
final class Demuxer implements AutoCloseable {
    // Only containers that hold their media themselves: play lists and the like could name other files or hosts.
    private static final String CONTAINERS =
            "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts,mpegvideo,ogg,flv,asf,wav,flac,mp3,aac";

    private final ChannelInput input;
    private final AVFormatContext context;
    private boolean closed;

    private Demuxer(ChannelInput input, AVFormatContext context) {
        this.input = input;
        this.context = context;
    }

    /** @throws ProblemException when this is no media file */
    static Demuxer open(SeekableByteChannel channel) {
        ChannelInput input = new ChannelInput(channel);
        AVFormatContext context = avformat_alloc_context();
        context.pb(input.context());
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "format_whitelist", CONTAINERS, 0);
        int opened = avformat_open_input(context, (String) null, null, options);
        av_dict_free(options);
        if (opened < 0) { // FFmpeg has freed the context by now
            ProblemException problem = failed(input, "open", opened);
            input.close();
            throw problem;
        }
        Demuxer demuxer = new Demuxer(input, context);
        int found = avformat_find_stream_info(context, (PointerPointer<?>) null);
        if (found < 0) {
            ProblemException problem = failed(input, "streams", found);
            demuxer.close();
            throw problem;
        }
        return demuxer;
    }

    private static ProblemException failed(ChannelInput input, String call, int code) {
        Throwable failure = input.failure();
        return failure != null
                ? MediaProblems.cannotRead(failure)
                : MediaProblems.notMedia(MediaProblems.code(call, code));
    }

    AVFormatContext context() {
        return context;
    }

    /** 0 where the container is silent. */
    long declaredDurationUs() {
        long durationUs = Math.max(0, context.duration());
        boolean isEndTime = context.iformat().name().getString().startsWith("matroska");
        return isEndTime && context.start_time() > 0 ? Math.max(0, durationUs - context.start_time()) : durationUs;
    }

    /** The stream a player would choose; a cover picture does not count. */
    Optional<AVStream> best(int mediaType) {
        int index = av_find_best_stream(context, mediaType, -1, -1, (AVCodec) null, 0);
        return index < 0
                ? Optional.empty()
                : Optional.of(context.streams(index))
                        .filter(stream -> (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) == 0);
    }

    /**
     * Next packet of any stream.
     *
     * @param timeUs where the reader stands, told when the file turns out to be damaged
     * @return false at the end
     */
    boolean read(AVPacket packet, long timeUs) {
        int code = av_read_frame(context, packet);
        if (code >= 0) {
            return true;
        }
        Throwable failure = input.failure();
        if (failure != null) {
            throw MediaProblems.cannotRead(failure);
        }
        if (code == AVERROR_EOF) {
            return false;
        }
        throw MediaProblems.damaged(timeUs);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        avformat_close_input(context);
        input.close();
    }
}
