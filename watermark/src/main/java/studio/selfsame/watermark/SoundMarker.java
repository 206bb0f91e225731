package studio.selfsame.watermark;

/**
 * What is to be added to sound at 16 kHz to mark it: the short-time spectrum with each band scaled a little up or down,
 * less the spectrum itself, by overlap-add (Griffin and Lim, IEEE Trans. ASSP 32, 1984). Only magnitudes change, and all
 * channels alike.
 */
final class SoundMarker {
    private final SoundChips chips;
    private final byte[] symbols;
    private final Fft fft = new Fft(SoundRaster.FRAME);
    private final float[] window = new float[SoundRaster.FRAME];
    private final float[][] re;
    private final float[][] im;
    private final float[] energy = new float[SoundRaster.BANDS];
    private final float[] change = new float[SoundRaster.BANDS];
    private long frame;

    SoundMarker(WatermarkKey key, Payload payload, int channels) {
        this.chips = new SoundChips(key);
        this.symbols = new PayloadCode(key, "sound").encode(payload);
        this.re = new float[channels][SoundRaster.FRAME];
        this.im = new float[channels][SoundRaster.FRAME];
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) Math.sin(Math.PI * i / window.length);
        }
    }

    /**
     * Goes as far as the input allows.
     *
     * @param in samples per channel
     * @param out what to add per channel; complete before the returned place
     * @return place before which {@code out} will not change any more
     */
    long advance(SampleQueue[] in, SampleQueue[] out) {
        while (start() + SoundRaster.FRAME <= in[0].end()) {
            markFrame(in, out);
            frame++;
            for (SampleQueue queue : in) {
                queue.dropBefore(start());
            }
        }
        return Math.max(0, start());
    }

    /** First sample of the next frame; frame 0 is centred on the first sample of the sound. */
    private long start() {
        return frame * SoundRaster.HOP - SoundRaster.HOP;
    }

    private void markFrame(SampleQueue[] in, SampleQueue[] out) {
        for (int channel = 0; channel < in.length; channel++) {
            for (int i = 0; i < window.length; i++) {
                re[channel][i] = window[i] * in[channel].at(start() + i);
                im[channel][i] = 0;
            }
            fft.forward(re[channel], im[channel]);
        }
        decideChange();
        for (int channel = 0; channel < in.length; channel++) {
            applyChange(re[channel], im[channel]);
            fft.inverse(re[channel], im[channel]);
            out[channel].padTo(start() + SoundRaster.FRAME);
            for (int i = 0; i < window.length; i++) {
                if (start() + i >= 0) {
                    out[channel].increase(start() + i, window[i] * re[channel][i]);
                }
            }
        }
    }

    private void decideChange() {
        for (int band = 0; band < SoundRaster.BANDS; band++) {
            energy[band] = 0;
            for (int i = 0; i < SoundRaster.BINS_PER_BAND; i++) {
                int bin = SoundRaster.FIRST_BIN + SoundRaster.BINS_PER_BAND * band + i;
                for (int channel = 0; channel < re.length; channel++) {
                    energy[band] += re[channel][bin] * re[channel][bin] + im[channel][bin] * im[channel][bin];
                }
            }
        }
        long slot = frame * SoundRaster.HOP / SoundRaster.SLOT;
        float total = 0;
        for (int bin = 1; bin < SoundRaster.FRAME / 2; bin++) {
            for (int channel = 0; channel < re.length; channel++) {
                total += re[channel][bin] * re[channel][bin] + im[channel][bin] * im[channel][bin];
            }
        }
        SoundMask.of(energy, total, change);
        for (int band = 0; band < SoundRaster.BANDS; band++) {
            change[band] *= chips.direction(slot, band, symbols);
        }
    }

    private void applyChange(float[] real, float[] imaginary) {
        for (int bin = 0; bin <= SoundRaster.FRAME / 2; bin++) {
            int band = Math.floorDiv(bin - SoundRaster.FIRST_BIN, SoundRaster.BINS_PER_BAND);
            float by = band >= 0 && band < SoundRaster.BANDS ? change[band] : 0;
            int mirror = SoundRaster.FRAME - bin & SoundRaster.FRAME - 1;
            real[bin] *= by;
            imaginary[bin] *= by;
            if (mirror != bin) {
                real[mirror] *= by;
                imaginary[mirror] *= by;
            }
        }
    }
}
