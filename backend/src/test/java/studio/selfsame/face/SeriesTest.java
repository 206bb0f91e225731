package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void parabola_ofAParabola_isTheSameAwayFromTheEnds() {
        double[] curve =
                IntStream.range(0, 30).mapToDouble(i -> 3 - i + 0.5 * i * i).toArray();
        double[] smooth = Series.parabola(curve, 4);
        for (int i = 4; i < 26; i++) {
            assertThat(smooth[i]).isCloseTo(curve[i], within(1e-9));
        }
    }

    @Test
    void parabola_ofALine_staysALineToItsEnds() {
        double[] line = IntStream.range(0, 7).mapToDouble(i -> 2.0 * i).toArray();
        assertThat(Series.parabola(line, 3)).containsExactly(line, within(1e-9));
        assertThat(Series.parabola(new double[] {4}, 3)).containsExactly(4);
    }

    @Test
    void calm_ofATremblingSeriesThatLeaps_smoothsTheTremblingAndLeavesTheLeap() {
        Random random = new Random(3);
        double[] seen = IntStream.range(0, 80)
                .mapToDouble(i -> (i < 60 ? 0 : Math.min(10, 5 * (i - 59))) + 0.1 * random.nextGaussian())
                .toArray();

        double[] calm = Series.calm(seen, 4);

        assertThat(unrest(calm)).isLessThan(0.5 * unrest(seen));
        for (int i = 57; i < 65; i++) {
            assertThat(calm[i]).as("frame " + i).isCloseTo(seen[i], within(0.05));
        }
        assertThat(Series.calm(new double[] {1, 7}, 4)).containsExactly(1, 7);
    }

    /** Of its first half, where it only trembles. */
    private static double unrest(double[] values) {
        return IntStream.range(1, 40)
                .mapToDouble(i -> Math.pow(values[i - 1] - 2 * values[i] + values[i + 1], 2))
                .sum();
    }

    @Test
    void bridge_overWhatIsNotGood_isStraightAndLevelAtTheEnds() {
        double[] values = {9, 1, 9, 9, 4, 9};
        boolean[] good = {false, true, false, false, true, false};
        assertThat(Series.bridged(values, good)).containsExactly(new double[] {1, 1, 2, 3, 4, 4}, within(1e-9));
        assertThat(Series.bridged(new double[] {5, 6}, new boolean[2])).containsExactly(0, 0);
    }

    @Test
    void quantile_ofSurroundings_followsThem() {
        double[] values = {1, 1, 1, 5, 1, 8, 8, 8, 8};
        assertThat(Series.median(values)).isEqualTo(5);
        assertThat(Series.slidingQuantile(values, 1, 0.5)).containsExactly(1, 1, 1, 1, 5, 8, 8, 8, 8);
    }
}
