package studio.selfsame.command.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SceneTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

    static Set<String> names() {
        return Scene.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void scene_paintedAgain_isTheSameAndMoves(String name) {
        byte[] once = painted(name, 40);

        assertThat(painted(name, 40)).isEqualTo(once);
        assertThat(painted(name, 60)).isNotEqualTo(once);
    }

    private static byte[] painted(String name, int frame) {
        BufferedImage canvas = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Scene.ALL.get(name).apply(WIDTH, HEIGHT).paint(canvas, frame);
        return ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
    }
}
