package studio.selfsame.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.selfsame.likeness.FrameOutcome;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.media.FrameRate;

class MotionCodecTest {
    @Test
    void read_whatWasWritten_isTheSamePlan() throws IOException {
        MotionPlan plan = new MotionPlan(
                new FrameRate(30_000, 1001),
                List.of(
                        new MotionPlan.Frame(7, 3, MotionPlan.NONE, 11, new float[] {1, -2.5f}, FrameOutcome.DRAWN),
                        new MotionPlan.Frame(
                                8, MotionPlan.NONE, 4, MotionPlan.NONE, new float[] {0, 3}, FrameOutcome.COVERED)),
                List.of(0, 1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MotionCodec.write(plan, out);
        MotionPlan read = MotionCodec.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read).usingRecursiveComparison().isEqualTo(plan);
    }

    @Test
    void read_anotherVersion_isRefused() {
        assertThatThrownBy(() -> MotionCodec.read(new ByteArrayInputStream(new byte[] {0, 0, 0, 9})))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 9");
    }
}
