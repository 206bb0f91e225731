package studio.selfsame.watermark;

/** How coarse chips, two fine ones wide and high, look on the lattice of the fine ones. */
final class CoarseChips {
    /** Heights of the coarse pulse at the fine chips inside and around it, a quarter of a coarse chip off centre. */
    private static final float[] SPREAD = {
        (float) ChipPulse.at(1.75), (float) ChipPulse.at(1.25), (float) ChipPulse.at(0.75), (float) ChipPulse.at(0.25),
        (float) ChipPulse.at(0.25), (float) ChipPulse.at(0.75), (float) ChipPulse.at(1.25), (float) ChipPulse.at(1.75)
    };

    private CoarseChips() {}

    /** Adds coarse heights (rows/2 × columns/2) to a field on the fine chips (rows × columns). */
    static void spread(float[] coarse, float[] field, int rows, int columns) {
        float[] across = new float[rows / 2 * columns];
        for (int row = 0; row < rows / 2; row++) {
            for (int column = 0; column < columns / 2; column++) {
                for (int j = 0; j < SPREAD.length; j++) {
                    int to = 2 * column - 3 + j;
                    if (to >= 0 && to < columns) {
                        across[row * columns + to] += SPREAD[j] * coarse[row * (columns / 2) + column];
                    }
                }
            }
        }
        for (int row = 0; row < rows / 2; row++) {
            for (int i = 0; i < SPREAD.length; i++) {
                int to = 2 * row - 3 + i;
                for (int column = 0; column < columns && to >= 0 && to < rows; column++) {
                    field[to * columns + column] += SPREAD[i] * across[row * columns + column];
                }
            }
        }
    }

    /** What coarse chips see of a field on the fine ones: the adjoint of {@link #spread}. */
    static float[] gather(float[] field, int rows, int columns) {
        float[] across = new float[rows * columns / 2];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns / 2; column++) {
                float sum = 0;
                for (int j = 0; j < SPREAD.length; j++) {
                    int from = 2 * column - 3 + j;
                    sum += from >= 0 && from < columns ? SPREAD[j] * field[row * columns + from] : 0;
                }
                across[row * (columns / 2) + column] = sum;
            }
        }
        float[] both = new float[rows / 2 * (columns / 2)];
        for (int row = 0; row < rows / 2; row++) {
            for (int j = 0; j < SPREAD.length; j++) {
                int from = 2 * row - 3 + j;
                for (int column = 0; column < columns / 2 && from >= 0 && from < rows; column++) {
                    both[row * (columns / 2) + column] += SPREAD[j] * across[from * (columns / 2) + column];
                }
            }
        }
        return both;
    }
}
