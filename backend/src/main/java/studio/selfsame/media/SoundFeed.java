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

/** Cuts sound into the encoder's frames, planar. */
final class SoundFeed implements AutoCloseable {
    private final StreamEncoder encoder;
    private final Media.Sound sound;
    private final AVFrame frame = av_frame_alloc();
    private final float[][] planes;
    private int filled;
    private long written;

    SoundFeed(StreamEncoder encoder, Media.Sound sound) {
        this.encoder = encoder;
        this.sound = sound;
        AVCodecContext codec = encoder.codec();
        planes = new float[sound.channels()][codec.frame_size()];
        frame.nb_samples(codec.frame_size()).format(AV_SAMPLE_FMT_FLTP).sample_rate(sound.sampleRateHz());
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
        for (int channel = 0; channel < planes.length; channel++) {
            new FloatPointer(frame.data(channel)).put(planes[channel], 0, filled);
        }
        frame.nb_samples(filled);
        frame.pts(written);
        written += filled;
        filled = 0;
        encoder.encode(frame);
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
