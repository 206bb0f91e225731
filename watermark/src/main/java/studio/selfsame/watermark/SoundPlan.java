package studio.selfsame.watermark;

import java.util.Arrays;

/**
 * Plans the changes a little ahead of the frames that they are made in: it listens to the coming sound as a detector would,
 * in steps of four slots, and lets {@link SoundStrength} decide.
 */
final class SoundPlan {
    private static final int FRAMES_PER_SLOT = SoundRaster.SLOT / SoundRaster.HOP;
    private static final int STEP = 4;
    /** Slots after a cell that its evidence depends on. */
    private static final int AHEAD = 3;
    /** Slots heard at once. */
    private static final int HEARD = 24;
    /** Bands beyond the marked ones on either side that their evidence depends on. */
    private static final int BESIDE = 2;

    private static final int COLUMNS = SoundRaster.BANDS + 2 * BESIDE;
    /** Rise of a band's energy from one frame to the next from which on its mark would be heard before it. */
    private static final float ONSET = 16;
    /** What is left of the mark in such a frame at least. */
    private static final float LEAST_AT_ONSET = 0.2f;

    static final int FRAMES_AHEAD = (STEP + AHEAD) * FRAMES_PER_SLOT;

    private final SoundStrength strength;
    private final float[][] heard = new float[HEARD][COLUMNS];
    private final float[][] planned = new float[STEP][SoundRaster.BANDS];
    private final float[] energy = new float[SoundRaster.BANDS];
    private long planEnd;

    SoundPlan(SoundChips chips, byte[] symbols) {
        this.strength = new SoundStrength(chips, symbols);
    }

    /** One past the last frame that is planned. */
    long end() {
        return planEnd * FRAMES_PER_SLOT;
    }

    /** Is to be called after every new frame. */
    void learn(SoundFrames frames) {
        if (frames.end() % FRAMES_PER_SLOT != 0) {
            return;
        }
        long slot = frames.end() / FRAMES_PER_SLOT - 1;
        float[] row = heard[(int) (slot % HEARD)];
        for (int column = 0; column < COLUMNS; column++) {
            row[column] = 0;
            for (int i = 1; i <= FRAMES_PER_SLOT; i++) {
                row[column] += frames.energy(frames.end() - i, column - BESIDE);
            }
        }
        if (slot + 1 == planEnd + STEP + AHEAD) {
            plan(slot);
        }
    }

    private void plan(long last) {
        int rows = (int) Math.min(HEARD, last + 1);
        float[] map = new float[rows * COLUMNS];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(heard[(int) ((last - rows + 1 + i) % HEARD)], 0, map, i * COLUMNS, COLUMNS);
        }
        float[] variance = new CellEvidence(rows, COLUMNS, 1, 1).of(map);
        for (int i = 0; i < STEP; i++) {
            long slot = planEnd + i;
            if (variance == null) {
                strength.even(slot, planned[i]);
                continue;
            }
            int from = (int) (slot - (last - rows + 1)) * COLUMNS + BESIDE;
            float[] change = new float[SoundRaster.BANDS];
            System.arraycopy(heard[(int) (slot % HEARD)], BESIDE, energy, 0, SoundRaster.BANDS);
            SoundMask.of(energy, change);
            strength.decide(
                    slot,
                    Arrays.copyOfRange(map, from, from + SoundRaster.BANDS),
                    Arrays.copyOfRange(variance, from, from + SoundRaster.BANDS),
                    change,
                    planned[i]);
        }
        planEnd += STEP;
    }

    /** Shares by which the bands of a planned frame are to be raised or lowered. */
    void changes(SoundFrames frames, long frame, float[] change) {
        System.arraycopy(planned[(int) (frame / FRAMES_PER_SLOT % STEP)], 0, change, 0, SoundRaster.BANDS);
        for (int band = 0; band < SoundRaster.BANDS; band++) {
            energy[band] = frames.energy(frame, band);
            float before = frame == 0 ? 0 : ONSET * frames.energy(frame - 1, band);
            if (energy[band] > before) {
                change[band] *= (float) Math.max(LEAST_AT_ONSET, Math.sqrt(before / energy[band]));
            }
        }
        SoundMask.scale(energy, frames.total(frame), change);
    }
}
