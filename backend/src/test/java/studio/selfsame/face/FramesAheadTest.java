package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import studio.selfsame.media.VideoFrame;
import studio.selfsame.problem.ProblemException;

class FramesAheadTest {
    @Test
    void frames_comeInOrderToTheLast() {
        List<Long> times = new ArrayList<>();
        try (FramesAhead ahead = new FramesAhead(Footage.endless(23, new AtomicInteger()))) {
            for (var next = ahead.next(); next.isPresent(); next = ahead.next()) {
                times.add(next.get().frame().presentationTimeUs());
            }
        }
        assertThat(times).hasSize(23).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void reader_thatFails_failsHere() {
        var broken =
                Footage.failing(ProblemException.unusable("media", "Damaged.", "Nothing was read.", "Send it again."));
        try (FramesAhead ahead = new FramesAhead(broken)) {
            assertThatThrownBy(() -> {
                        for (Optional<ShotCuts.Marked> next = ahead.next(); next.isPresent(); next = ahead.next()) {
                            assertThat(next.get().frame()).isNotNull();
                        }
                    })
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Damaged");
        }
    }

    @Test
    void reader_afterClosing_isNotUsedAnyMore() {
        AtomicInteger read = new AtomicInteger();
        try (FramesAhead ahead = new FramesAhead(Footage.endless(Integer.MAX_VALUE, read))) {
            VideoFrame first = ahead.next().orElseThrow().frame();
            assertThat(first.presentationTimeUs()).isZero();
        }
        int then = read.get();
        assertThat(then).isBetween(1, 20);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().equals("frames-ahead"));
        assertThat(read.get()).isEqualTo(then);
    }
}
