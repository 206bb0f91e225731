package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_compare;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_double;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole sound track as floats whose first sample belongs to the first picture: what lies before is cut, a late
 * start and holes become silence.
 */
final class SoundTrack implements AutoCloseable {
    private static final long HOLE_US = 60_000;

    private final int sampleRateHz;
    private final int channels;
    private final AVChannelLayout layout = new AVChannelLayout();
    private final AVChannelLayout sourceLayout = new AVChannelLayout();
    private int sourceRateHz;
    private int sourceFormat = -1;
    private @Nullable SwrContext resampler;
    private float[] samples = new float[1 << 16];
    private int count;

    private SoundTrack(int sampleRateHz, int channels) {
        this.sampleRateHz = sampleRateHz;
        this.channels = channels;
        av_channel_layout_default(layout, channels);
    }

    /** @param originUs time of the first picture on the file's own clock */
    static Optional<AudioSamples> read(SeekableByteChannel channel, long originUs, int sampleRateHz, int channels) {
        try (Demuxer demuxer = Demuxer.open(channel)) {
            Optional<AVStream> stream = demuxer.best(AVMEDIA_TYPE_AUDIO);
            if (stream.isEmpty()) {
                return Optional.empty();
            }
            try (StreamDecoder decoder = new StreamDecoder(demuxer, stream.get());
                    SoundTrack track = new SoundTrack(sampleRateHz, channels)) {
                return Optional.of(track.readAll(decoder, originUs));
            }
        }
    }

    private AudioSamples readAll(StreamDecoder decoder, long originUs) {
        long cutUs = 0;
        boolean first = true;
        while (decoder.next()) {
            if (decoder.hasTime()) {
                long timeUs = decoder.frameTimeUs() - originUs;
                if (first) {
                    cutUs = Math.max(0, -timeUs);
                }
                long missingUs = timeUs + cutUs - (count / channels) * 1_000_000L / sampleRateHz;
                if (missingUs > (first ? 0 : HOLE_US)) {
                    silence(missingUs);
                }
                first = false;
            }
            convert(decoder.frame());
        }
        int cut = Math.toIntExact(cutUs * sampleRateHz / 1_000_000) * channels;
        convert(null);
        return new AudioSamples(sampleRateHz, channels, Arrays.copyOfRange(samples, Math.min(cut, count), count));
    }

    private void silence(long durationUs) {
        if (durationUs > Limits.MAX_DURATION_US) {
            throw MediaProblems.tooLong();
        }
        int values = Math.toIntExact(durationUs * sampleRateHz / 1_000_000) * channels;
        reserve(values);
        count += values;
    }

    /** @param frame null to drain what the resampler still holds */
    private void convert(@Nullable AVFrame frame) {
        if (frame != null && !isConfiguredFor(frame)) {
            convert(null);
            configure(frame);
        }
        if (resampler == null) {
            return;
        }
        int inputFrames = frame == null ? 0 : frame.nb_samples();
        int room = swr_get_out_samples(resampler, inputFrames);
        try (FloatPointer out = new FloatPointer((long) Math.max(1, room) * channels);
                PointerPointer<FloatPointer> planes = new PointerPointer<>(1)) {
            planes.put(0, out);
            PointerPointer<?> in = frame == null ? null : frame.extended_data();
            int written = swr_convert(resampler, planes, room, in, inputFrames);
            if (written > 0) {
                reserve(written * channels);
                out.get(samples, count, written * channels);
                count += written * channels;
            }
        }
    }

    private void reserve(int values) {
        if ((count + values) / channels > Limits.MAX_DURATION_US / 1_000_000 * sampleRateHz) {
            throw MediaProblems.tooLong();
        }
        if (count + values > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(count + values, samples.length * 2));
        }
    }

    private boolean isConfiguredFor(AVFrame frame) {
        return resampler != null
                && frame.sample_rate() == sourceRateHz
                && frame.format() == sourceFormat
                && av_channel_layout_compare(frame.ch_layout(), sourceLayout) == 0;
    }

    private void configure(AVFrame frame) {
        free();
        sourceRateHz = frame.sample_rate();
        sourceFormat = frame.format();
        av_channel_layout_copy(sourceLayout, frame.ch_layout());
        SwrContext context = new SwrContext(null);
        swr_alloc_set_opts2(
                context, layout, AV_SAMPLE_FMT_FLT, sampleRateHz, sourceLayout, sourceFormat, sourceRateHz, 0, null);
        // Left to itself the mixer makes float stereo louder by 3 dB when it becomes mono.
        av_opt_set_double(context, "rematrix_maxval", 1, 0);
        if (swr_init(context) < 0) {
            throw MediaProblems.unknownCoding("sound of " + sourceRateHz + " Hz");
        }
        resampler = context;
    }

    private void free() {
        if (resampler != null) {
            swr_free(resampler);
            resampler = null;
        }
    }

    @Override
    public void close() {
        free();
        av_channel_layout_uninit(sourceLayout);
        layout.close();
        sourceLayout.close();
    }
}
