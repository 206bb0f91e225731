package studio.selfsame.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CellEvidenceTest {
    private static final int ROWS = 60;
    private static final int COLUMNS = 75;

    @Test
    void of_raisedCells_standsOutFromSmoothSurroundings() {
        Random random = new Random(1);
        float[] map = new float[ROWS * COLUMNS];
        boolean[] raised = new boolean[map.length];
        for (int i = 0; i < map.length; i++) {
            raised[i] = random.nextBoolean();
            double hills = Math.exp(3 * Math.sin(i / COLUMNS / 9.0) + 3 * Math.cos(i % COLUMNS / 11.0));
            map[i] = (float) (hills * (raised[i] ? 1.4 : 1) * (1 + 0.1 * random.nextGaussian()));
        }
        assertThat(new CellEvidence(ROWS, COLUMNS, 1, 1).of(map)).isNotNull();
        int right = 0;
        int middle = 0;
        for (int i = 3 * COLUMNS; i < map.length - 3 * COLUMNS; i++) {
            if (i % COLUMNS >= 3 && i % COLUMNS < COLUMNS - 3) {
                middle++;
                right += map[i] > 0 == raised[i] ? 1 : 0;
            }
        }
        assertThat(right).isGreaterThan(4 * middle / 5);
    }

    @Test
    void of_silence_saysNothing() {
        float[] map = new float[ROWS * COLUMNS];
        assertThat(new CellEvidence(ROWS, COLUMNS, 1, 1).of(map)).isNull();
        assertThat(map).containsOnly(0);
    }

    @Test
    void blur_anyWindow_isTheMeanOfWhatIsInside() {
        Random random = new Random(2);
        float[] map = new float[7 * 9];
        for (int i = 0; i < map.length; i++) {
            map[i] = random.nextFloat();
        }
        float[] blurred = map.clone();
        new BoxBlur(7, 9).of(blurred, blurred, 1, 2);
        assertThat(blurred[0]).isCloseTo((map[0] + map[1] + map[2] + map[9] + map[10] + map[11]) / 6, within(1e-6f));
        float sum = 0;
        for (int row = 2; row <= 4; row++) {
            for (int column = 3; column <= 7; column++) {
                sum += map[row * 9 + column];
            }
        }
        assertThat(blurred[3 * 9 + 5]).isCloseTo(sum / 15, within(1e-6f));
    }

    @Test
    void leastSquares_smallSystem_isSolved() {
        double[][] lower = {{4, 0, 0}, {2, 5, 0}, {1, 3, 6}};
        double[] x = LeastSquares.solve(lower, new double[] {4 + 4 + 3, 2 + 10 + 9, 1 + 6 + 18}, 1e-12);
        assertThat(x[0]).isCloseTo(1, within(1e-6));
        assertThat(x[1]).isCloseTo(2, within(1e-6));
        assertThat(x[2]).isCloseTo(3, within(1e-6));
    }
}
