package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.List;

/**
 * The detector's view of sound: energies every 8 ms in bins of 31 Hz, summed over the channels, so that neither polarity
 * nor phase between them matters.
 */
final class SoundSpectra {
    static final int HOP = SoundRaster.FRAME / 4;
    static final int PER_SLOT = SoundRaster.SLOT / HOP;
    /** The bin of the transform that is the first one kept. */
    static final int LOW_BIN = 3;

    static final int BINS = 248;

    private final RealFft fft = new RealFft(SoundRaster.FRAME);
    private final float[] window = new float[SoundRaster.FRAME];
    private final float[] work = new float[SoundRaster.FRAME];
    private final float[] re = new float[SoundRaster.FRAME / 2 + 1];
    private final float[] im = new float[SoundRaster.FRAME / 2 + 1];
    private final List<float[]> frames = new ArrayList<>();
    private long start;

    SoundSpectra() {
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / window.length));
        }
    }

    /** Takes in what there is in each channel, at 16 kHz. */
    void advance(SampleQueue[] channels) {
        for (; start + SoundRaster.FRAME <= channels[0].end(); start += HOP) {
            float[] bins = new float[BINS];
            for (SampleQueue channel : channels) {
                channel.copy(start, 1, work, work.length);
                for (int i = 0; i < window.length; i++) {
                    work[i] *= window[i];
                }
                fft.forward(work, re, im);
                for (int i = 0; i < BINS; i++) {
                    bins[i] += re[LOW_BIN + i] * re[LOW_BIN + i] + im[LOW_BIN + i] * im[LOW_BIN + i];
                }
            }
            frames.add(bins);
            for (SampleQueue channel : channels) {
                channel.dropBefore(start + HOP);
            }
        }
    }

    int frames() {
        return frames.size();
    }

    /** Energies of frame {@code index}, one per bin from {@link #LOW_BIN} on. */
    float[] frame(int index) {
        return frames.get(index);
    }

    /** Forgets the first frames. */
    void drop(int count) {
        frames.subList(0, count).clear();
    }
}
