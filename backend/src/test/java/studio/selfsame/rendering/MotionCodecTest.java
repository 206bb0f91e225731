package studio.selfsame.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import studio.selfsame.likeness.MotionPlan;
import studio.selfsame.media.FrameRate;

class MotionCodecTest {
    @Test
    void read_whatWasWritten_isTheSamePlan() throws IOException {
        MotionPlan plan = new MotionPlan(
                new FrameRate(30_000, 1001), new int[] {7, 8}, new int[] {3, 900}, new float[][] {{1, -2.5f}, {0, 3}});
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
