package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_ARIB_STD_B67;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE2084;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.IntPointer;

/** The pictures of a file in presentation order, with frame-exact seeking. */
final class Pictures implements AutoCloseable {
    /** A jump forward of less than this is decoded through: cheaper than going back to a key picture. */
    private static final long DECODE_THROUGH_US = 1_000_000;

    /** How far a time may lie from the even grid and still be taken for a rounding of the container's clock. */
    private static final long ROUNDING_US = 1_000;

    private static final int AV_FRAME_FLAG_INTERLACED = 1 << 3; // not mapped: libavutil/frame.h

    private final SeekableByteChannel channel;
    private final StreamSurvey survey;
    private Demuxer demuxer;
    private AVStream stream;
    private StreamDecoder decoder;
    private final PictureConverter converter;
    private final long originUs;
    private final MediaProbe.Coding coding;
    private long lastUs = -1;
    private boolean pending;

    Pictures(SeekableByteChannel channel, StreamSurvey survey) {
        this.channel = channel;
        this.survey = survey;
        demuxer = Demuxer.open(channel);
        try {
            stream = demuxer.best(AVMEDIA_TYPE_VIDEO).orElseThrow(MediaProblems::noPictures);
            AVCodecParameters parameters = stream.codecpar();
            if (parameters.width() > Limits.MAX_SIDE_PX || parameters.height() > Limits.MAX_SIDE_PX) {
                throw MediaProblems.tooLarge(parameters.width(), parameters.height());
            }
            decoder = new StreamDecoder(demuxer, stream);
        } catch (RuntimeException e) {
            demuxer.close();
            throw e;
        }
        try {
            if (!decoder.next()) {
                throw MediaProblems.notMedia(null);
            }
            if (decoder.frame().width() < 2 || decoder.frame().height() < 2) {
                throw MediaProblems.noPictures();
            }
        } catch (RuntimeException e) {
            decoder.close();
            demuxer.close();
            throw e;
        }
        pending = true;
        originUs = decoder.hasTime() ? decoder.frameTimeUs() : 0;
        coding = codingOf(decoder.frame());
        converter = new PictureConverter(
                decoder.frame().width(), decoder.frame().height(), quarterTurns(stream.codecpar()));
    }

    private static MediaProbe.Coding codingOf(AVFrame frame) {
        AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
        int transfer = frame.color_trc();
        return new MediaProbe.Coding(
                format == null
                        ? MediaProbe.Coding.PLAIN.bitDepth()
                        : format.comp(0).depth(),
                transfer == AVCOL_TRC_SMPTE2084 || transfer == AVCOL_TRC_ARIB_STD_B67,
                (frame.flags() & AV_FRAME_FLAG_INTERLACED) != 0);
    }

    private static int quarterTurns(AVCodecParameters parameters) {
        AVPacketSideData matrix = av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull()) {
            return 0;
        }
        double counterClockwiseDeg = av_display_rotation_get(new IntPointer(matrix.data()));
        return Double.isNaN(counterClockwiseDeg) ? 0 : Math.floorMod(Math.round(-counterClockwiseDeg / 90), 4);
    }

    int widthPx() {
        return converter.widthPx();
    }

    int heightPx() {
        return converter.heightPx();
    }

    MediaProbe.Coding coding() {
        return coding;
    }

    /** Time of the first picture on the file's own clock, microseconds. */
    long originUs() {
        return originUs;
    }

    /** @param coloured else the chroma planes are empty */
    Optional<VideoFrame> next(boolean coloured) {
        if (!pending && !decoder.next()) {
            return Optional.empty();
        }
        pending = false;
        long timeUs = Math.max(timeUs(), lastUs + 1);
        if (timeUs > Limits.MAX_DURATION_US) {
            throw MediaProblems.tooLong();
        }
        lastUs = timeUs;
        return Optional.of(converter.convert(decoder.frame(), timeUs, coloured));
    }

    /** Takes the memory of a picture back; on any thread. */
    void reuse(VideoFrame picture) {
        converter.reuse(picture);
    }

    /** Moves to the first picture at or after this time. */
    void seek(long targetUs) {
        boolean ahead = lastUs >= 0 && targetUs > lastUs && targetUs - lastUs < DECODE_THROUGH_US;
        if (!ahead && (targetUs <= 0 || !jump(targetUs))) {
            restart();
        }
        while (pending || decoder.next()) {
            pending = timeUs() >= targetUs;
            if (pending) {
                return;
            }
            lastUs = timeUs();
        }
    }

    /** Goes to a key picture at or before the time; false where the container did not lead there. */
    private boolean jump(long targetUs) {
        long ticks = Ticks.fromUs(originUs + targetUs, stream.time_base());
        if (av_seek_frame(demuxer.context(), stream.index(), ticks, AVSEEK_FLAG_BACKWARD) < 0) {
            return false;
        }
        decoder.flush();
        lastUs = -1;
        pending = decoder.next() && decoder.hasTime() && timeUs() <= targetUs;
        return pending;
    }

    private void restart() {
        decoder.close();
        demuxer.close();
        demuxer = Demuxer.open(channel);
        stream = demuxer.best(AVMEDIA_TYPE_VIDEO).orElseThrow(MediaProblems::noPictures);
        decoder = new StreamDecoder(demuxer, stream);
        lastUs = -1;
        pending = false;
    }

    private long timeUs() {
        FrameRate rate = survey.frameRate();
        if (!decoder.hasTime()) {
            return lastUs < 0 ? 0 : lastUs + rate.timeUs(1);
        }
        long timeUs = decoder.frameTimeUs() - originUs;
        if (survey.variableFrameRate()) {
            return timeUs;
        }
        long onGridUs = rate.timeUs(Math.round(timeUs / 1e6 * rate.perSecond()));
        return Math.abs(timeUs - onGridUs) <= ROUNDING_US ? onGridUs : timeUs;
    }

    @Override
    public void close() {
        decoder.close();
        demuxer.close();
        converter.close();
    }
}
