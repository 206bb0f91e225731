package studio.selfsame.watermark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Correlates the pilots with a map for every start at once, by the Fourier transform along time. */
final class SoundPilots {
    private static final int PER_SLOT = 4;
    private static final int POINTS = SoundRaster.PILOT_SLOTS * PER_SLOT;
    private static final double FRAMES_PER_POINT = (double) SoundSpectra.PER_SLOT / PER_SLOT;
    private static final int HALF = POINTS / 2 + 1;

    private final Fft fft = new Fft(POINTS);
    private final float[][] pilotRe = new float[SoundRaster.BANDS][];
    private final float[][] pilotIm = new float[SoundRaster.BANDS][];

    SoundPilots(SoundChips chips) {
        for (int band = 0; band < SoundRaster.BANDS; band++) {
            float[] re = new float[POINTS];
            float[] im = new float[POINTS];
            for (int slot = 0; slot < SoundRaster.PILOT_SLOTS; slot++) {
                re[slot * PER_SLOT] = chips.pilot(slot, band);
            }
            fft.forward(re, im);
            pilotRe[band] = re;
            pilotIm[band] = im;
        }
    }

    /**
     * The places where the pilots fit best.
     *
     * @param spectra of the map at one tempo
     * @param each how many starts to return
     */
    List<SoundPlace> best(Spectra spectra, double pitch, int each) {
        float[] re = new float[POINTS];
        float[] im = new float[POINTS];
        SoundPlace place = new SoundPlace(spectra.tempo, pitch, 0, 0);
        for (int band = 0; band < SoundRaster.BANDS; band++) {
            double column = spectra.map.column(place.binOf(band));
            int low = (int) column;
            if (low + 1 < spectra.map.columns()) {
                addProduct(spectra, low, (float) (column - low), band, re, im);
            }
        }
        for (int i = 1; i < POINTS / 2; i++) {
            re[POINTS - i] = re[i];
            im[POINTS - i] = -im[i];
        }
        fft.inverse(re, im);
        return peaks(re, place, each);
    }

    /** Pilot times the conjugate of the map between two columns. */
    private void addProduct(Spectra spectra, int low, float share, int band, float[] re, float[] im) {
        float[] lowRe = spectra.re[low];
        float[] lowIm = spectra.im[low];
        float[] highRe = spectra.re[low + 1];
        float[] highIm = spectra.im[low + 1];
        float[] pRe = pilotRe[band];
        float[] pIm = pilotIm[band];
        for (int i = 0; i < HALF; i++) {
            float xRe = lowRe[i] + share * (highRe[i] - lowRe[i]);
            float xIm = lowIm[i] + share * (highIm[i] - lowIm[i]);
            re[i] += pRe[i] * xRe + pIm[i] * xIm;
            im[i] += pIm[i] * xRe - pRe[i] * xIm;
        }
    }

    private static List<SoundPlace> peaks(float[] correlation, SoundPlace place, int each) {
        double power = 0;
        for (float c : correlation) {
            power += c * c;
        }
        double scale = 1 / Math.max(Math.sqrt(power / POINTS), Float.MIN_NORMAL);
        List<SoundPlace> places = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            float c = correlation[i];
            if (c > 0 && c >= correlation[(i + 1) % POINTS] && c > correlation[(i + POINTS - 1) % POINTS]) {
                places.add(new SoundPlace(place.tempo(), place.pitch(), i * FRAMES_PER_POINT, c * scale));
            }
        }
        places.sort(Comparator.comparingDouble(SoundPlace::score).reversed());
        return places.subList(0, Math.min(each, places.size()));
    }

    /** A map at one tempo, folded to the cycle of the pilots and transformed along time. */
    static final class Spectra {
        private final SoundMap map;
        private final double tempo;
        private final float[][] re;
        private final float[][] im;

        Spectra(SoundMap map, double tempo) {
            this.map = map;
            this.tempo = tempo;
            this.re = new float[map.columns()][POINTS];
            this.im = new float[map.columns()][POINTS];
            float[] row = new float[map.columns()];
            for (int n = 0; n * FRAMES_PER_POINT / tempo < map.frames(); n++) {
                map.row(n * FRAMES_PER_POINT / tempo, row);
                for (int column = 0; column < row.length; column++) {
                    re[column][n % POINTS] += row[column];
                }
            }
            Fft fft = new Fft(POINTS);
            for (int column = 0; column < row.length; column++) {
                fft.forward(re[column], im[column]);
            }
        }
    }
}
