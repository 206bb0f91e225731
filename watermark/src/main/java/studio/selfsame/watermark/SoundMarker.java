package studio.selfsame.watermark;

import java.util.Arrays;

/**
 * What is to be added to sound at 16 kHz to mark it: the short-time spectrum with each band scaled a little up or down,
 * less the spectrum itself, by overlap-add (Griffin and Lim, IEEE Trans. ASSP 32, 1984). Only magnitudes change, and all
 * channels alike.
 */
final class SoundMarker {
    /** Most samples by which what is added may lag behind. */
    static final int DELAY = SoundPlan.FRAMES_AHEAD * SoundRaster.HOP + 2 * SoundRaster.FRAME;

    private final SoundFrames frames;
    private final SoundPlan plan;
    private final Fft fft = new Fft(SoundRaster.FRAME);
    private final float[] window = SoundFrames.window();
    private final float[] re = new float[SoundRaster.FRAME];
    private final float[] im = new float[SoundRaster.FRAME];
    private final float[] change = new float[SoundRaster.BANDS];
    private long frame;

    SoundMarker(WatermarkKey key, Payload payload, int channels) {
        this.frames = new SoundFrames(channels, SoundPlan.FRAMES_AHEAD + 1);
        this.plan = new SoundPlan(new SoundChips(key), new PayloadCode(key, "sound").encode(payload));
    }

    /**
     * Goes as far as the input allows.
     *
     * @param in samples per channel
     * @param out what to add per channel; complete before the returned place
     * @return place before which {@code out} will not change any more
     */
    long advance(SampleQueue[] in, SampleQueue[] out) {
        while (frames.analyse(in)) {
            plan.learn(frames);
            for (; frame < plan.end(); frame++) {
                markFrame(out);
            }
        }
        return Math.max(0, SoundFrames.start(frame));
    }

    private void markFrame(SampleQueue[] out) {
        plan.changes(frames, frame, change);
        long start = SoundFrames.start(frame);
        for (int channel = 0; channel < out.length; channel++) {
            applyChange(frames.re(frame, channel), frames.im(frame, channel));
            fft.inverse(re, im);
            out[channel].padTo(start + SoundRaster.FRAME);
            for (int i = 0; i < window.length; i++) {
                if (start + i >= 0) {
                    out[channel].increase(start + i, window[i] * re[i]);
                }
            }
        }
    }

    private void applyChange(float[] real, float[] imaginary) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        for (int band = 0; band < SoundRaster.BANDS; band++) {
            for (int i = 0; i < SoundRaster.BINS_PER_BAND; i++) {
                int bin = SoundRaster.FIRST_BIN + SoundRaster.BINS_PER_BAND * band + i;
                re[bin] = change[band] * real[bin];
                im[bin] = change[band] * imaginary[bin];
                re[SoundRaster.FRAME - bin] = re[bin];
                im[SoundRaster.FRAME - bin] = -im[bin];
            }
        }
    }
}
