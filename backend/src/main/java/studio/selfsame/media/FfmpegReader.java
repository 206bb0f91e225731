package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;
import studio.selfsame.problem.ProblemException;

/** A {@link MediaReader} over FFmpeg. */
final class FfmpegReader implements MediaReader {
    private final SeekableByteChannel channel;
    private final MediaProbe probe;
    private final @Nullable Pictures pictures;
    private final StreamSurvey survey;
    private final long countedPictures;

    /**
     * Takes the channel over, also when it fails.
     *
     * @throws ProblemException when the file is no media, is damaged at its beginning, or exceeds the limits
     */
    FfmpegReader(SeekableByteChannel channel) {
        NativeLog.redirect();
        this.channel = channel;
        try {
            if (channel.size() == 0) {
                throw MediaProblems.empty();
            }
            try (Demuxer demuxer = Demuxer.open(channel)) {
                Optional<AVStream> video = demuxer.best(AVMEDIA_TYPE_VIDEO);
                Optional<AVStream> audio = demuxer.best(AVMEDIA_TYPE_AUDIO);
                if (video.isEmpty() && audio.isEmpty()) {
                    throw MediaProblems.notMedia(null);
                }
                AVStream main = video.or(() -> audio).orElseThrow();
                survey = StreamSurvey.of(demuxer, main);
                checkExtent(survey, main);
                countedPictures = video.map(AVStream::nb_frames).orElse(0L);
                pictures = video.isPresent() ? new Pictures(channel, survey) : null;
                probe = describe(demuxer, survey, video, audio);
            }
        } catch (IOException e) {
            close();
            throw MediaProblems.cannotRead(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void checkExtent(StreamSurvey survey, AVStream stream) throws IOException {
        if (survey.durationUs() > Limits.MAX_DURATION_US) {
            throw MediaProblems.tooLong();
        }
        if (StreamSurvey.isCutShort(stream, channel)) {
            throw MediaProblems.cutShort();
        }
    }

    private MediaProbe describe(
            Demuxer demuxer, StreamSurvey survey, Optional<AVStream> video, Optional<AVStream> audio) {
        Pictures shown = pictures;
        Optional<MediaProbe.Video> picture = shown == null
                ? Optional.empty()
                : video.map(stream -> new MediaProbe.Video(
                        codec(stream),
                        shown.widthPx(),
                        shown.heightPx(),
                        survey.frameRate(),
                        survey.variableFrameRate(),
                        shown.coding()));
        Optional<MediaProbe.Audio> sound = audio.map(stream -> {
            AVCodecParameters parameters = stream.codecpar();
            return new MediaProbe.Audio(
                    codec(stream),
                    parameters.sample_rate(),
                    parameters.ch_layout().nb_channels());
        });
        String container = demuxer.context().iformat().name().getString();
        return new MediaProbe(container, survey.durationUs(), picture, sound);
    }

    private static String codec(AVStream stream) {
        return avcodec_get_name(stream.codecpar().codec_id()).getString();
    }

    @Override
    public MediaProbe probe() {
        return probe;
    }

    @Override
    public Optional<VideoFrame> nextFrame() {
        return pictures().next(true);
    }

    @Override
    public Optional<VideoFrame> nextLuma() {
        return pictures().next(false);
    }

    @Override
    public long countedPictures() {
        return countedPictures;
    }

    @Override
    public void reuse(VideoFrame picture) {
        pictures().reuse(picture);
    }

    @Override
    public void seek(long presentationTimeUs) {
        pictures().seek(presentationTimeUs);
    }

    private Pictures pictures() {
        if (pictures == null) {
            throw MediaProblems.noPictures();
        }
        return pictures;
    }

    @Override
    public long[] unevenTimesUs() {
        return survey.unevenTimesUs().clone();
    }

    @Override
    public FrameRate evenRate() {
        pictures();
        return survey.evenRate();
    }

    @Override
    public Optional<AudioSamples> readAudio(int sampleRateHz, int channels) {
        return SoundTrack.read(channel, pictures == null ? 0 : pictures.originUs(), sampleRateHz, channels);
    }

    @Override
    public Optional<SoundReader> sound(int sampleRateHz, int channels) {
        return SoundTrack.open(channel, pictures == null ? 0 : pictures.originUs(), sampleRateHz, channels)
                .map(track -> track);
    }

    @Override
    public void close() {
        if (pictures != null) {
            pictures.close();
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw MediaProblems.cannotRead(e);
        }
    }
}
