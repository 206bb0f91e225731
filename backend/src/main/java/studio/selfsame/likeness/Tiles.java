package studio.selfsame.likeness;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Small square pictures in rows and columns, as one PNG. */
final class Tiles {
    private final int sizePx;
    private final BufferedImage picture;

    Tiles(int rows, int columns, int sizePx) {
        this.sizePx = sizePx;
        picture = new BufferedImage(columns * sizePx, rows * sizePx, BufferedImage.TYPE_INT_RGB);
    }

    /** @param values {@code 3×S×S}, gamma-coded 0..1, from {@code offset} on */
    void put(int row, int column, float[] values, int offset) {
        int area = sizePx * sizePx;
        for (int i = 0; i < area; i++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                rgb = rgb << 8 | Math.clamp(Math.round(values[offset + c * area + i] * 255), 0, 255);
            }
            picture.setRGB(column * sizePx + i % sizePx, row * sizePx + i / sizePx, rgb);
        }
    }

    byte[] png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "png", png)) {
            throw new IOException("this Java writes no PNG");
        }
        return png.toByteArray();
    }
}
