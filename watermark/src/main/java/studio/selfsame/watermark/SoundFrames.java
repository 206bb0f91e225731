package studio.selfsame.watermark;

import java.util.Arrays;

/** The last frames of sound at 16 kHz, as spectra of all channels: sine windows of 32 ms every 16 ms. */
final class SoundFrames {
    private static final int BINS = SoundRaster.FRAME / 2;

    private final Fft fft = new Fft(SoundRaster.FRAME);
    private final float[] window = window();
    private final float[][][] re;
    private final float[][][] im;
    private final float[][] energy;
    private final float[] total;
    private final float[] workRe = new float[SoundRaster.FRAME];
    private final float[] workIm = new float[SoundRaster.FRAME];
    private long end;

    /** @param kept how many frames are remembered */
    SoundFrames(int channels, int kept) {
        this.re = new float[kept][channels][BINS];
        this.im = new float[kept][channels][BINS];
        this.energy = new float[kept][BINS];
        this.total = new float[kept];
    }

    static float[] window() {
        float[] window = new float[SoundRaster.FRAME];
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) Math.sin(Math.PI * i / window.length);
        }
        return window;
    }

    /** First sample of a frame; frame 0 is centred on the first sample of the sound. */
    static long start(long frame) {
        return frame * SoundRaster.HOP - SoundRaster.HOP;
    }

    /** Takes in the next frame, if the samples are there. */
    boolean analyse(SampleQueue[] in) {
        long start = start(end);
        if (start + SoundRaster.FRAME > in[0].end()) {
            return false;
        }
        int at = (int) (end % total.length);
        Arrays.fill(energy[at], 0);
        for (int channel = 0; channel < in.length; channel++) {
            for (int i = 0; i < window.length; i++) {
                workRe[i] = window[i] * in[channel].at(start + i);
                workIm[i] = 0;
            }
            fft.forward(workRe, workIm);
            for (int bin = 0; bin < BINS; bin++) {
                re[at][channel][bin] = workRe[bin];
                im[at][channel][bin] = workIm[bin];
                energy[at][bin] += workRe[bin] * workRe[bin] + workIm[bin] * workIm[bin];
            }
        }
        total[at] = 0;
        for (int bin = 1; bin < BINS; bin++) {
            total[at] += energy[at][bin];
        }
        end++;
        return true;
    }

    /** One past the last frame. */
    long end() {
        return end;
    }

    float[] re(long frame, int channel) {
        return re[(int) (frame % re.length)][channel];
    }

    float[] im(long frame, int channel) {
        return im[(int) (frame % im.length)][channel];
    }

    /** Energy of a frame in all channels, the steady part left out. */
    float total(long frame) {
        return total[(int) (frame % total.length)];
    }

    /** Energy of a frame in a band, which may lie one or two beyond the marked ones. */
    float energy(long frame, int band) {
        float[] bins = energy[(int) (frame % energy.length)];
        int from = SoundRaster.FIRST_BIN + SoundRaster.BINS_PER_BAND * band;
        float sum = 0;
        for (int i = 0; i < SoundRaster.BINS_PER_BAND; i++) {
            sum += bins[from + i];
        }
        return sum;
    }
}
