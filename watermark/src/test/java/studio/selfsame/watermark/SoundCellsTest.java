package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SoundCellsTest {
    private static final int SLOTS = 200;
    private static final SoundChips CHIPS = new SoundChips(TestKeys.key(1));
    private static final byte[] SYMBOLS = new PayloadCode(TestKeys.key(1), "sound").encode(TestKeys.payload(7));
    private static final SoundPlace BEGINNING = new SoundPlace(1, 1, 0, 0);

    @Test
    void soft_noMarkLeftInTheUpperBands_reliesOnTheLower() {
        SoundCells cells = cells(SoundRaster.BANDS / 2);
        byte[] guessed = SYMBOLS.clone();
        for (int i = 0; i < guessed.length; i += 4) {
            guessed[i] *= -1;
        }
        assertThat(agreement(cells.soft(0, guessed))).isGreaterThan(1.2 * agreement(cells.soft(0)));
    }

    @Test
    void soft_markInAllBands_losesNothing() {
        SoundCells cells = cells(SoundRaster.BANDS);
        assertThat(agreement(cells.soft(0, SYMBOLS))).isGreaterThan(0.98 * agreement(cells.soft(0)));
    }

    @Test
    void soft_otherCycleOfThePilots_isNoise() {
        SoundCells cells = cells(SoundRaster.BANDS);
        assertThat(agreement(cells.soft(1))).isBetween(-0.2, 0.2);
    }

    @Test
    void soft_silence_isZero() {
        SoundCells cells = new SoundCells(CHIPS, BEGINNING, new float[SLOTS * SoundRaster.BANDS]);
        assertThat(cells.soft(0)).containsOnly(0);
        assertThat(cells.soft(0, SYMBOLS)).containsOnly(0);
    }

    /** Cells with the mark in the lower bands and noise in all of them. */
    private static SoundCells cells(int markedBands) {
        Random random = new Random(1);
        float[] cells = new float[SLOTS * SoundRaster.BANDS];
        for (int i = 0; i < cells.length; i++) {
            int band = i % SoundRaster.BANDS;
            int direction = CHIPS.direction(i / SoundRaster.BANDS, band, SYMBOLS);
            cells[i] = (float) (0.2 * (band < markedBands ? direction : 0) + random.nextGaussian());
        }
        return new SoundCells(CHIPS, BEGINNING, cells);
    }

    private static double agreement(float[] soft) {
        double along = 0;
        double energy = 0;
        for (int i = 0; i < soft.length; i++) {
            along += SYMBOLS[i] * soft[i];
            energy += soft[i] * soft[i];
        }
        return along / Math.sqrt(energy * soft.length);
    }
}
