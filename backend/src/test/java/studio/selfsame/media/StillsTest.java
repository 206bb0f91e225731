package studio.selfsame.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import studio.selfsame.problem.ProblemException;

class StillsTest {
    @Test
    void png_withTransparency_isLaidOverWhite() throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 0, 0xff102030);
        RgbImage still = Stills.decode(encoded(image, "png"));
        assertThat(still.widthPx()).isEqualTo(3);
        assertThat(still.heightPx()).isEqualTo(2);
        assertThat(Arrays.copyOf(still.rgb(), 6)).containsExactly(255, 255, 255, 0x10, 0x20, 0x30);
    }

    @Test
    void jpeg_isDecoded() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(200, 40, 40));
        graphics.fillRect(0, 0, 16, 16);
        RgbImage still = Stills.decode(encoded(image, "jpg"));
        assertThat(still.rgb()[0] & 0xff).isBetween(190, 210);
        assertThat(still.rgb()[1] & 0xff).isBetween(30, 50);
    }

    @Test
    void file_ofAnotherKindOrTooLarge_isExplained() throws IOException {
        BufferedImage wide = new BufferedImage(4_097, 1, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage small = new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB);
        refused(encoded(wide, "png"), "larger than 4096x4096");
        refused(encoded(small, "gif"), "not a JPEG or PNG");
        refused("not a picture".getBytes(StandardCharsets.UTF_8), "not a JPEG or PNG");
        refused(new byte[0], "not a JPEG or PNG");
    }

    @Test
    void file_mutated_endsInAProblemOrAPicture() throws IOException {
        byte[] whole = encoded(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg");
        Random random = new Random(5);
        int refused = 0;
        for (int round = 0; round < 200; round++) {
            byte[] content = Arrays.copyOf(whole, round % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int i = 0; i < 4 && content.length > 0; i++) {
                content[random.nextInt(content.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Stills.decode(content).rgb()).isNotEmpty();
            } catch (ProblemException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static void refused(byte[] file, String cause) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Stills.decode(file))
                .withMessageContaining(cause);
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }
}
