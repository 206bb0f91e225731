package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeriesTest {
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
