package studio.selfsame.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.selfsame.likeness.FrameOutcome;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.media.FrameRate;
import studio.selfsame.rendering.RenderPlan.Segment;

class RenderPlanTest {
    private static final RenderId RENDER = new RenderId(UUID.randomUUID());

    @ParameterizedTest
    @CsvSource({"1,25,1", "50,25,1", "51,25,2", "250,25,5", "301,30000,6"})
    void cut_anyLength_coversEveryFrameOnce(int frames, int rateNumerator, int segments) {
        FrameRate rate = rateNumerator == 25 ? new FrameRate(25, 1) : new FrameRate(30_000, 1001);
        RenderPlan plan = RenderPlan.cut(RENDER, 64, 48, motion(rate, frames));
        assertThat(plan.segments().getFirst().first()).isZero();
        assertThat(plan.segments().getLast().end()).isEqualTo(frames);
        assertThat(plan.segments().stream().mapToInt(s -> s.end() - s.first()).sum())
                .isEqualTo(frames);
        assertThat(plan.segments()).hasSize(segments);
    }

    @Test
    void cut_samples_nameThePlateOfEachFrame() {
        RenderPlan plan = RenderPlan.cut(RENDER, 64, 48, motion(new FrameRate(25, 1), 100));
        assertThat(plan.samples())
                .hasSize(12)
                .allSatisfy(s -> assertThat(s.plateFrame()).isEqualTo(s.frame() + 1000));
    }

    @Test
    void cut_motionInPieces_noSegmentReachesOverTheirBorders() {
        RenderPlan plan = RenderPlan.cut(RENDER, 64, 48, motion(new FrameRate(25, 1), 200, 0, 70, 90));
        assertThat(plan.segments()).extracting(RenderPlan.Segment::first).containsExactly(0, 50, 70, 90, 140, 190);
    }

    @Test
    void plan_withAHoleBetweenSegments_isRefused() {
        List<Segment> holed = List.of(new Segment(0, 0, 10), new Segment(1, 11, 20));
        assertThatThrownBy(() -> new RenderPlan(RENDER, 64, 48, new FrameRate(25, 1), 20, holed, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contiguous");
    }

    @Test
    void plan_ofOddSize_isRefused() {
        assertThatThrownBy(() -> RenderPlan.cut(RENDER, 63, 48, motion(new FrameRate(25, 1), 10)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MotionPlan motion(FrameRate rate, int frames, Integer... firsts) {
        List<Integer> pieces = firsts.length == 0 ? List.of(0) : List.of(firsts);
        return new MotionPlan(
                rate,
                IntStream.range(0, frames)
                        .mapToObj(f -> new MotionPlan.Frame(
                                f + 1000, 0, MotionPlan.NONE, MotionPlan.NONE, new float[3], FrameOutcome.DRAWN))
                        .toList(),
                pieces);
    }
}
