package studio.selfsame.watermark;

import java.util.List;

/**
 * Up to a cycle of sound as a key can be tried on it: for every guess of where slots begin, how much each cell is louder
 * or quieter than its neighbours explain, weighted by the inverse of the noise covariance and by how strong a mark would be
 * there.
 */
final class SoundEvidence {
    /** Energy relative to the mean under which a cell is silence: coding noise lives there. */
    private static final float SILENCE = 1e-5f;

    private static final float CLIP = 2.5f;
    private static final int MEAN_REACH = 3;

    private final float[][] cells = new float[BandEnergies.PER_SLOT][SoundRaster.CYCLE_SLOTS * SoundRaster.BANDS];

    /** Evidence for every cell of the cycle if slots begin {@code phase} frames late, 0..5. */
    float[] cells(int phase) {
        return cells[phase];
    }

    /** Adds the first cycle of the given energies, or as much of it as there is. */
    void add(BandEnergies energies) {
        for (int phase = 0; phase < cells.length; phase++) {
            int slots = Math.min(SoundRaster.CYCLE_SLOTS, (energies.frames() - phase) / BandEnergies.PER_SLOT);
            if (slots > 2 * MEAN_REACH) {
                add(energies, phase, slots);
            }
        }
    }

    void addAll(SoundEvidence other) {
        for (int phase = 0; phase < cells.length; phase++) {
            for (int i = 0; i < cells[phase].length; i++) {
                cells[phase][i] += other.cells[phase][i];
            }
        }
    }

    private void add(BandEnergies energies, int phase, int slots) {
        float[] energy = slotEnergies(energies, phase, slots);
        float mean = 0;
        for (float e : energy) {
            mean += e / energy.length;
        }
        if (mean == 0) {
            return;
        }
        float[] level = new float[energy.length];
        for (int i = 0; i < level.length; i++) {
            level[i] = 0.5f * (float) Math.log(energy[i] / mean + SILENCE);
        }
        float[] around = new float[level.length];
        new BoxBlur(slots, SoundRaster.BANDS, MEAN_REACH).of(level, around);
        for (int i = 0; i < level.length; i++) {
            level[i] = Math.clamp(level[i] - around[i], -CLIP, CLIP);
        }
        new GridWhitener(slots, SoundRaster.BANDS).whiten(List.of(level));
        float[] change = new float[SoundRaster.BANDS];
        for (int slot = 0; slot < slots; slot++) {
            int from = slot * SoundRaster.BANDS;
            SoundMask.of(energy, from, change);
            for (int band = 0; band < SoundRaster.BANDS; band++) {
                cells[phase][from + band] += level[from + band] * change[band];
            }
        }
    }

    private static float[] slotEnergies(BandEnergies energies, int phase, int slots) {
        float[] sums = new float[slots * SoundRaster.BANDS];
        for (int slot = 0; slot < slots; slot++) {
            for (int i = 0; i < BandEnergies.PER_SLOT; i++) {
                float[] frame = energies.frame(phase + slot * BandEnergies.PER_SLOT + i);
                for (int band = 0; band < SoundRaster.BANDS; band++) {
                    sums[slot * SoundRaster.BANDS + band] += frame[band];
                }
            }
        }
        return sums;
    }
}
