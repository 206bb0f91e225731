package studio.selfsame.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackingScoreTest {
    @Test
    void blinks_thatNearlyTouch_areOne() {
        double[] closed = {0, 0.9, 1, 0.2, 0.5, 0, 0, 0, 0, 1, 0};
        assertThat(TrackingScore.events(closed)).containsExactly(new int[] {1, 4}, new int[] {9, 9});
    }

    @Test
    void share_ofEvents_givesTwoFrames() {
        List<int[]> truth = List.of(new int[] {10, 12}, new int[] {40, 42});
        List<int[]> seen = List.of(new int[] {14, 15}, new int[] {60, 61});
        assertThat(TrackingScore.share(truth, seen)).isEqualTo(0.5);
        assertThat(TrackingScore.share(List.of(), seen)).isEqualTo(1);
    }

    @Test
    void correlation_isBlindToScale() {
        assertThat(TrackingScore.correlation(new double[] {1, 2, 3}, new double[] {-2, -4, -6}))
                .isCloseTo(-1, within(1e-9));
        assertThat(TrackingScore.correlation(new double[] {1, 1}, new double[] {5, 7}))
                .isZero();
    }

    @Test
    void truth_ofThePresenter_hasARowForEachFrame() throws IOException {
        TrackingTruth truth =
                TrackingTruth.read(DemoOptions.presenter(Launcher.PRODUCT).resolve("truth.csv"));
        assertThat(truth.frames())
                .hasSize(1572)
                .allMatch(row -> row.length == truth.names().size());
        List<Integer> all = IntStream.range(0, 1572).boxed().toList();
        assertThat(TrackingScore.events(truth.column("blink", all))).hasSize(21);
    }
}
