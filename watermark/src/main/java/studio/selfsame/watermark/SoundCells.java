package studio.selfsame.watermark;

/**
 * What a {@link SoundMap} says for and against the cells of the mark, if it is placed so. What a codec or a filter left of the
 * mark differs from band to band; once a message has been guessed, even one with errors, it tells how much each band is
 * worth.
 */
final class SoundCells {
    /** Bands to either side that share a weight with a band. */
    private static final int REACH = 5;
    /** Least weight of a band relative to the mean. */
    private static final float LEAST_WEIGHT = 0.05f;

    private final SoundChips chips;
    private final SoundPlace place;
    private final float[] cells;

    /** @param cells slots × bands, from the first slot of the place on, at most a cycle of them */
    SoundCells(SoundChips chips, SoundPlace place, float[] cells) {
        this.chips = chips;
        this.place = place;
        this.cells = cells;
    }

    static SoundCells of(SoundChips chips, SoundMap map, SoundPlace place) {
        int first = place.firstSlot();
        int slots = Math.min(SoundRaster.CYCLE_SLOTS, place.slots(map.frames()));
        float[] cells = new float[slots * SoundRaster.BANDS];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = map.at(
                    place.frameOf(first + i / SoundRaster.BANDS), map.column(place.binOf(i % SoundRaster.BANDS)));
        }
        return new SoundCells(chips, place, cells);
    }

    SoundPlace place() {
        return place;
    }

    /** Soft symbols, if the first cell belongs to the cycle of pilots of the given number. */
    float[] soft(int cycle) {
        return chips.despread(cells, slot(cycle));
    }

    private int slot(int cycle) {
        return Math.floorMod(place.firstSlot() + cycle * SoundRaster.PILOT_SLOTS, SoundRaster.CYCLE_SLOTS);
    }

    /** Soft symbols of bands weighted by how far they agree with guessed symbols. */
    float[] soft(int cycle, byte[] guessed) {
        float[] weights = weights(slot(cycle), guessed);
        float[] weighted = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            weighted[i] = cells[i] * weights[i % SoundRaster.BANDS];
        }
        return chips.despread(weighted, slot(cycle));
    }

    private float[] weights(int slot, byte[] guessed) {
        double[] agreement = new double[SoundRaster.BANDS + 1];
        double[] energy = new double[SoundRaster.BANDS + 1];
        for (int i = 0; i < cells.length; ) {
            long at = slot + i / SoundRaster.BANDS;
            for (int band = 0; band < SoundRaster.BANDS; band++, i++) {
                agreement[band + 1] += chips.direction(at, band, guessed) * cells[i];
                energy[band + 1] += cells[i] * cells[i];
            }
        }
        for (int band = 0; band < SoundRaster.BANDS; band++) {
            agreement[band + 1] += agreement[band];
            energy[band + 1] += energy[band];
        }
        double whole = agreement[SoundRaster.BANDS] / (energy[SoundRaster.BANDS] + Float.MIN_NORMAL);
        float[] weights = new float[SoundRaster.BANDS];
        for (int band = 0; band < weights.length; band++) {
            int low = Math.max(0, band - REACH);
            int high = Math.min(SoundRaster.BANDS, band + REACH + 1);
            weights[band] = (float) Math.max(
                    LEAST_WEIGHT * Math.abs(whole),
                    (agreement[high] - agreement[low]) / (energy[high] - energy[low] + Float.MIN_NORMAL));
        }
        return weights;
    }
}
