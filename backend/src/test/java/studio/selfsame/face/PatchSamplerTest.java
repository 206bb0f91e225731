package studio.selfsame.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.selfsame.media.VideoFrame;

class PatchSamplerTest {
    private static final double HARDLY_TURNED = 1e-9;

    @ParameterizedTest
    @CsvSource({"0.7, 3, 5", "1, 0, 0", "3.2, -20, -9", "9, -40, 30"})
    void patch_upright_isThatOfOneHardlyTurned(double scale, double x, double y) {
        VideoFrame frame = noise(160, 90);

        float[] upright = PatchSampler.rgb(frame, new Similarity(scale, 0, x, y), 24);
        float[] turned = PatchSampler.rgb(frame, new Similarity(scale, HARDLY_TURNED, x, y), 24);

        assertThat(upright).hasSameSizeAs(turned);
        for (int i = 0; i < upright.length; i++) {
            assertThat(upright[i]).isCloseTo(turned[i], within(0.05f));
        }
    }

    private static VideoFrame noise(int width, int height) {
        Random random = new Random(1);
        byte[] y = new byte[width * height];
        byte[] u = new byte[width * height / 4];
        byte[] v = new byte[width * height / 4];
        random.nextBytes(y);
        random.nextBytes(u);
        random.nextBytes(v);
        return new VideoFrame(width, height, 0, y, u, v);
    }
}
