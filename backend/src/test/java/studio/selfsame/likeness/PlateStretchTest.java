package studio.selfsame.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateStretchTest {
    /** Even and odd stretches from position 30, to both sides, for pieces that turn once and that turn often. */
    @ParameterizedTest
    @CsvSource({
        "11, false, 9, 4", "11, true, 9, 4", "10, false, 8, 3", "10, true, 8, 3",
        "11, false, 64, 5", "11, true, 64, 5", "10, false, 64, 4", "10, true, 65, 5",
        "250, false, 100, 49", "250, true, 100, 49", "1, false, 7, 0", "1, true, 7, 0",
    })
    void outAndHome_anyPiece_leavesHomeToItsSideAndIsBackInTime(int length, boolean backwards, int frames, int reach) {
        PlateStretch stretch = new PlateStretch(30, length);
        int home = 30 + length / 2;
        int[] path = IntStream.range(0, frames)
                .map(i -> stretch.outAndHome(i, frames, backwards))
                .toArray();
        int[] out = IntStream.of(path).map(p -> backwards ? home - p : p - home).toArray();
        assertThat(out[0]).isZero();
        assertThat(out[frames - 1]).isZero();
        assertThat(IntStream.of(out).min()).hasValue(0);
        assertThat(IntStream.of(out).max()).hasValue(reach);
        for (int i = 1; i < frames; i++) {
            boolean middle = i == frames - i;
            assertThat(Math.abs(out[i] - out[i - 1])).isEqualTo(reach == 0 || middle ? 0 : 1);
            assertThat(out[i]).isEqualTo(out[frames - 1 - i]);
        }
    }
}
