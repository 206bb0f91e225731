package studio.selfsame.identity;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import studio.selfsame.media.RgbImage;

/** Decodes a portrait; only in workers. */
final class PortraitPicture {
    private static final long MAX_PIXELS = 60_000_000;
    private static final int LONGEST_SIDE_PX = 1600;

    private PortraitPicture() {}

    /** The picture in sRGB, no side longer than 1600 px. Its size is looked at before its pixels are. */
    static RgbImage decode(byte[] bytes) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw Portrait.unusable("the picture cannot be read");
            }
            var reader = readers.next();
            try {
                return rgb(scaled(read(reader, in)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Portrait.unusable("the picture is damaged");
        }
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
        reader.setInput(in, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_PIXELS) {
            throw Portrait.unusable("the picture has more than 60 million pixels");
        }
        return reader.read(0);
    }

    private static BufferedImage scaled(BufferedImage picture) {
        var scale = Math.min(1.0, (double) LONGEST_SIDE_PX / Math.max(picture.getWidth(), picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return target;
    }

    private static RgbImage rgb(BufferedImage picture) {
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var rgb = new byte[pixels.length * 3];
        for (int i = 0; i < pixels.length; i++) {
            rgb[3 * i] = (byte) (pixels[i] >> 16);
            rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
            rgb[3 * i + 2] = (byte) pixels[i];
        }
        return new RgbImage(picture.getWidth(), picture.getHeight(), rgb);
    }
}
