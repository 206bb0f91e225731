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
 * Reads a sound track as floats whose first sample belongs to the first picture: what lies before is cut, a late start and
 * holes become silence.
 */
final class SoundTrack implements SoundReader {
    private static final long HOLE_US = 60_000;

    private final Demuxer demuxer;
    private final StreamDecoder decoder;
    private final long originUs;
    private final int sampleRateHz;
    private final int channels;
    private final AVChannelLayout layout = new AVChannelLayout();
    private final AVChannelLayout sourceLayout = new AVChannelLayout();
    private int sourceRateHz;
    private int sourceFormat = -1;
    private @Nullable SwrContext resampler;
    private float[] samples = new float[1 << 16];
    private int count;
    private long taken;
    private boolean started;
    private long cutUs;
    private int toCut;

    private SoundTrack(Demuxer demuxer, StreamDecoder decoder, long originUs, int sampleRateHz, int channels) {
        this.demuxer = demuxer;
        this.decoder = decoder;
        this.originUs = originUs;
        this.sampleRateHz = sampleRateHz;
        this.channels = channels;
        av_channel_layout_default(layout, channels);
    }

    /** @param originUs time of the first picture on the file's own clock */
    static Optional<AudioSamples> read(SeekableByteChannel channel, long originUs, int sampleRateHz, int channels) {
        Optional<SoundTrack> opened = open(channel, originUs, sampleRateHz, channels);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (SoundTrack track = opened.get()) {
            while (track.decode()) {}
            return Optional.of(new AudioSamples(sampleRateHz, channels, track.take()));
        }
    }

    /** @param originUs as above */
    static Optional<SoundTrack> open(SeekableByteChannel channel, long originUs, int sampleRateHz, int channels) {
        Demuxer demuxer = Demuxer.open(channel);
        try {
            Optional<AVStream> stream = demuxer.best(AVMEDIA_TYPE_AUDIO);
            if (stream.isPresent()) {
                StreamDecoder decoder = new StreamDecoder(demuxer, stream.get());
                return Optional.of(new SoundTrack(demuxer, decoder, originUs, sampleRateHz, channels));
            }
        } catch (RuntimeException e) {
            demuxer.close();
            throw e;
        }
        demuxer.close();
        return Optional.empty();
    }

    @Override
    public Optional<AudioSamples> next() {
        int wanted = sampleRateHz * channels; // a second
        boolean more = true;
        while (more && count < toCut + wanted) {
            more = decode();
        }
        float[] some = take();
        return some.length == 0 ? Optional.empty() : Optional.of(new AudioSamples(sampleRateHz, channels, some));
    }

    /** One more decoded frame into the buffer; false at the end, with the last samples in the buffer. */
    private boolean decode() {
        if (!decoder.next()) {
            convert(null);
            return false;
        }
        if (decoder.hasTime()) {
            long timeUs = decoder.frameTimeUs() - originUs;
            if (!started) {
                cutUs = Math.max(0, -timeUs);
                toCut = Math.toIntExact(cutUs * sampleRateHz / 1_000_000) * channels;
            }
            long missingUs = timeUs + cutUs - (taken + count) / channels * 1_000_000L / sampleRateHz;
            if (missingUs > (started ? HOLE_US : 0)) {
                silence(missingUs);
            }
            started = true;
        }
        convert(decoder.frame());
        return true;
    }

    /** Empties the buffer, less what lies before the first picture. */
    private float[] take() {
        int cut = Math.min(toCut, count);
        float[] some = Arrays.copyOfRange(samples, cut, count);
        toCut -= cut;
        taken += count;
        count = 0;
        return some;
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
        if ((taken + count + values) / channels > Limits.MAX_DURATION_US / 1_000_000 * sampleRateHz) {
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
        decoder.close();
        demuxer.close();
    }
}
