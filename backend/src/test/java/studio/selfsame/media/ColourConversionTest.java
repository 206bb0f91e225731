package studio.selfsame.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ColourConversionTest {
    @Test
    void primaries_haveTheValuesOfBt709() {
        assertColour(new int[] {255, 255, 255}, 235, 128, 128);
        assertColour(new int[] {0, 0, 0}, 16, 128, 128);
        assertColour(new int[] {255, 0, 0}, 63, 102, 240);
        assertColour(new int[] {0, 255, 0}, 173, 42, 26);
        assertColour(new int[] {0, 0, 255}, 32, 240, 118);
    }

    @Test
    void colours_thereAndBack_hardlyChange() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            int[] colour = {random.nextInt(256), random.nextInt(256), random.nextInt(256)};
            RgbImage back = ColourConversion.toRgb(ColourConversion.toFrame(plain(3, 3, colour), 0));
            for (int i = 0; i < back.rgb().length; i++) {
                assertThat(Math.abs((back.rgb()[i] & 0xff) - colour[i % 3])).isLessThanOrEqualTo(3);
            }
        }
    }

    private static void assertColour(int[] rgb, int y, int u, int v) {
        VideoFrame frame = ColourConversion.toFrame(plain(5, 3, rgb), 7);
        assertThat(frame.presentationTimeUs()).isEqualTo(7);
        assertThat(frame.u()).hasSize(6);
        for (byte value : frame.y()) {
            assertThat(value & 0xff).isBetween(y - 1, y + 1);
        }
        for (int i = 0; i < frame.u().length; i++) {
            assertThat(frame.u()[i] & 0xff).isBetween(u - 1, u + 1);
            assertThat(frame.v()[i] & 0xff).isBetween(v - 1, v + 1);
        }
    }

    private static RgbImage plain(int width, int height, int[] colour) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) colour[i % 3];
        }
        return new RgbImage(width, height, rgb);
    }
}
