package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
