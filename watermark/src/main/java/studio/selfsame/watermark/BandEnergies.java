package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.List;

/** The detector's view of sound: band energies every 8 ms. */
final class BandEnergies {
    static final int HOP = SoundRaster.FRAME / 4;
    static final int PER_SLOT = SoundRaster.SLOT / HOP;

    private final Fft fft = new Fft(SoundRaster.FRAME);
    private final float[] window = new float[SoundRaster.FRAME];
    private final float[] re = new float[SoundRaster.FRAME];
    private final float[] im = new float[SoundRaster.FRAME];
    private final List<float[]> frames = new ArrayList<>();
    private long start;

    BandEnergies() {
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / window.length));
        }
    }

    /** Takes in what there is, at 16 kHz. */
    void advance(SampleQueue samples) {
        for (; start + SoundRaster.FRAME <= samples.end(); start += HOP) {
            for (int i = 0; i < window.length; i++) {
                re[i] = window[i] * samples.at(start + i);
                im[i] = 0;
            }
            fft.forward(re, im);
            float[] bands = new float[SoundRaster.BANDS];
            for (int band = 0; band < bands.length; band++) {
                for (int i = 0; i < SoundRaster.BINS_PER_BAND; i++) {
                    int bin = SoundRaster.FIRST_BIN + SoundRaster.BINS_PER_BAND * band + i;
                    bands[band] += re[bin] * re[bin] + im[bin] * im[bin];
                }
            }
            frames.add(bands);
            samples.dropBefore(start + HOP);
        }
    }

    int frames() {
        return frames.size();
    }

    /** Energies of frame {@code index}, one per band. */
    float[] frame(int index) {
        return frames.get(index);
    }

    /** Forgets the first frames. */
    void drop(int count) {
        frames.subList(0, count).clear();
    }
}
