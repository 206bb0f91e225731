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

    private final Fft fft = new Fft(SoundRaster.FRAME);
    private final float[] window = new float[SoundRaster.FRAME];
    private final float[] re = new float[SoundRaster.FRAME];
    private final float[] im = new float[SoundRaster.FRAME];
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
            for (int channel = 0; channel < channels.length; channel += 2) {
                for (int i = 0; i < window.length; i++) {
                    re[i] = window[i] * channels[channel].at(start + i);
                    im[i] = channel + 1 < channels.length ? window[i] * channels[channel + 1].at(start + i) : 0;
                }
                fft.forward(re, im);
                for (int i = 0; i < BINS; i++) {
                    bins[i] += energyOfBoth(LOW_BIN + i);
                }
            }
            frames.add(bins);
            for (SampleQueue channel : channels) {
                channel.dropBefore(start + HOP);
            }
        }
    }

    /** Of the two real signals a and b whose transform is that of a + ib: |A|² + |B|² = (|Z(k)|² + |Z(−k)|²) / 2. */
    private float energyOfBoth(int bin) {
        int mirror = SoundRaster.FRAME - bin;
        return (re[bin] * re[bin] + im[bin] * im[bin] + re[mirror] * re[mirror] + im[mirror] * im[mirror]) / 2;
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
