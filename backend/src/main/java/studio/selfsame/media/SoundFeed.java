package studio.selfsame.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;

/** Cuts sound into the encoder's frames: planar floats, or interleaved integers of 32 bits. */
final class SoundFeed implements AutoCloseable {
    /** For encoders that take frames of any size. */
    private static final int SAMPLES_AT_ONCE = 4096;

    private final StreamEncoder encoder;
    private final Media.Sound sound;
    private final AVFrame frame = av_frame_alloc();
    private final boolean planar;
    private final float[][] planes;
    private int filled;
    private long written;

    SoundFeed(StreamEncoder encoder, Media.Sound sound) {
        this.encoder = encoder;
        this.sound = sound;
        AVCodecContext codec = encoder.codec();
        planar = codec.sample_fmt() == AV_SAMPLE_FMT_FLTP;
        int size = codec.frame_size() == 0 ? SAMPLES_AT_ONCE : codec.frame_size();
        planes = new float[sound.channels()][size];
        frame.nb_samples(size).format(codec.sample_fmt()).sample_rate(sound.sampleRateHz());
        av_channel_layout_copy(frame.ch_layout(), codec.ch_layout());
        av_frame_get_buffer(frame, 0);
    }

    void write(AudioSamples samples) {
        if (samples.sampleRateHz() != sound.sampleRateHz() || samples.channels() != sound.channels()) {
            throw new IllegalArgumentException("sound of another rate or channel count: " + samples);
        }
        float[] interleaved = samples.interleaved();
        int at = 0;
        for (int i = 0; i < samples.frames(); i++) {
            for (float[] plane : planes) {
                plane[filled] = Math.clamp(interleaved[at++], -1f, 1f);
            }
            if (++filled == planes[0].length) {
                send();
            }
        }
    }

    private void send() {
        av_frame_make_writable(frame);
        if (planar) {
            for (int channel = 0; channel < planes.length; channel++) {
                new FloatPointer(frame.data(channel)).put(planes[channel], 0, filled);
            }
        } else {
            new IntPointer(frame.data(0)).put(integers(), 0, filled * planes.length);
        }
        frame.nb_samples(filled);
        frame.pts(written);
        written += filled;
        filled = 0;
        encoder.encode(frame);
    }

    /** Whole steps of 24 bits, in the upper bits of 32. */
    private int[] integers() {
        int[] interleaved = new int[filled * planes.length];
        for (int i = 0; i < interleaved.length; i++) {
            int step = Math.round(planes[i % planes.length][i / planes.length] * (1 << 23));
            interleaved[i] = Math.min(step, (1 << 23) - 1) << 8;
        }
        return interleaved;
    }

    void end() {
        if (filled > 0) {
            send();
        }
        encoder.encode(null);
    }

    @Override
    public void close() {
        av_frame_free(frame);
        encoder.close();
    }
}
