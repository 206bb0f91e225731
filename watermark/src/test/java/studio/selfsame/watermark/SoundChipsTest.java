package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SoundChipsTest {
    private final SoundChips chips = new SoundChips(TestKeys.key(1));

    @Test
    void pilots_inEverySlot_areSpreadOverTheBands() {
        for (int slot = 0; slot < SoundRaster.PILOT_SLOTS; slot++) {
            int pilots = 0;
            for (int band = 0; band < SoundRaster.BANDS; band++) {
                boolean pilot = chips.pilot(slot, band) != 0;
                assertThat(chips.symbol(slot, band) < 0).isEqualTo(pilot);
                pilots += pilot ? 1 : 0;
            }
            assertThat(pilots).isEqualTo(8);
        }
    }

    @Test
    void symbols_inEveryHalfSecond_areAllThere() {
        for (int from = 0; from < SoundRaster.CYCLE_SLOTS - 11; from++) {
            Set<Integer> seen = new HashSet<>();
            for (int cell = 0; cell < 11 * SoundRaster.BANDS; cell++) {
                seen.add(chips.symbol(from + cell / SoundRaster.BANDS, cell % SoundRaster.BANDS));
            }
            assertThat(seen).hasSize(PayloadCode.SYMBOLS + 1);
        }
    }

    @Test
    void despread_ofItsOwnDirections_givesTheSymbolsBack() {
        byte[] symbols = new PayloadCode(TestKeys.key(1), "sound").encode(TestKeys.payload(1));
        int start = SoundRaster.CYCLE_SLOTS - 20;
        float[] cells = new float[60 * SoundRaster.BANDS];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = chips.direction(start + i / SoundRaster.BANDS, i % SoundRaster.BANDS, symbols);
        }
        float[] soft = chips.despread(cells, start);
        for (int i = 0; i < soft.length; i++) {
            assertThat(soft[i] * symbols[i]).isGreaterThanOrEqualTo(9);
        }
    }
}
