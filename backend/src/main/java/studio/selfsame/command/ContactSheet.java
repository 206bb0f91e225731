package studio.selfsame.command;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import studio.selfsame.media.ColourConversion;
import studio.selfsame.media.Media;
import studio.selfsame.media.MediaReader;
import studio.selfsame.media.RgbImage;
import studio.selfsame.media.VideoFrame;

/** A picture that shows what was made: rows of plate, render, label, and what differs between plate and render. */
final class ContactSheet {
    private static final int CELL = 320;
    private static final int GAP = 8;
    private static final int HEAD = 34;
    private static final int AMPLIFY = 4;

    private ContactSheet() {}

    /** @param plateFrame index in the footage; {@code frame} index in the output */
    record Row(int frame, int plateFrame) {}

    static void write(Media media, Path footage, Path output, List<Row> rows, Path png) throws IOException {
        Map<Integer, BufferedImage> plates =
                frames(media, footage, rows.stream().map(Row::plateFrame).collect(Collectors.toSet()));
        Map<Integer, BufferedImage> renders =
                frames(media, output, rows.stream().map(Row::frame).collect(Collectors.toSet()));
        BufferedImage first = renders.values().iterator().next();
        int cellHeight = CELL * first.getHeight() / first.getWidth();
        int width = 4 * CELL + 5 * GAP;
        int height = HEAD + rows.size() * (cellHeight + GAP) + GAP;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setColor(Color.DARK_GRAY);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
        List<String> heads = List.of("plate (footage)", "sealed render", "its label", "difference, " + AMPLIFY + " ×");
        for (int c = 0; c < heads.size(); c++) {
            g.drawString(heads.get(c), GAP + c * (CELL + GAP), HEAD - 12);
        }
        for (int r = 0; r < rows.size(); r++) {
            BufferedImage plate = Objects.requireNonNull(plates.get(rows.get(r).plateFrame()));
            BufferedImage render =
                    Objects.requireNonNull(renders.get(rows.get(r).frame()));
            List<BufferedImage> cells = List.of(plate, render, corner(render), difference(plate, render));
            for (int c = 0; c < cells.size(); c++) {
                g.drawImage(
                        cells.get(c), GAP + c * (CELL + GAP), HEAD + r * (cellHeight + GAP), CELL, cellHeight, null);
            }
        }
        g.dispose();
        ImageIO.write(sheet, "png", png.toFile());
    }

    private static Map<Integer, BufferedImage> frames(Media media, Path file, Set<Integer> wanted) {
        int last = wanted.stream().mapToInt(Integer::intValue).max().orElseThrow();
        Map<Integer, BufferedImage> found = new HashMap<>();
        try (MediaReader reader = media.open(file)) {
            for (int index = 0; index <= last; index++) {
                Optional<VideoFrame> frame = reader.nextFrame();
                if (frame.isEmpty()) {
                    throw new IllegalStateException("the video ends at frame " + index + ", before " + last);
                }
                if (wanted.contains(index)) {
                    found.put(index, picture(ColourConversion.toRgb(frame.get())));
                }
            }
        }
        return found;
    }

    private static BufferedImage picture(RgbImage image) {
        BufferedImage picture = new BufferedImage(image.widthPx(), image.heightPx(), BufferedImage.TYPE_INT_RGB);
        byte[] rgb = image.rgb();
        for (int i = 0, at = 0; i < image.widthPx() * image.heightPx(); i++, at += 3) {
            picture.setRGB(
                    i % image.widthPx(),
                    i / image.widthPx(),
                    (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | rgb[at + 2] & 0xff);
        }
        return picture;
    }

    /** The upper right corner, where the label stands, in a cell of the frame's own shape. */
    private static BufferedImage corner(BufferedImage render) {
        int width = render.getWidth() * 2 / 3;
        int height = render.getHeight() / 5;
        BufferedImage cell =
                new BufferedImage(width, width * render.getHeight() / render.getWidth(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = cell.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, cell.getWidth(), cell.getHeight());
        g.drawImage(
                render.getSubimage(render.getWidth() - width, 0, width, height),
                0,
                (cell.getHeight() - height) / 2,
                null);
        g.dispose();
        return cell;
    }

    private static BufferedImage difference(BufferedImage a, BufferedImage b) {
        BufferedImage d = new BufferedImage(b.getWidth(), b.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < b.getHeight(); y++) {
            for (int x = 0; x < b.getWidth(); x++) {
                int p = a.getRGB(Math.min(x, a.getWidth() - 1), Math.min(y, a.getHeight() - 1));
                int q = b.getRGB(x, y);
                d.setRGB(x, y, channel(p, q, 16) << 16 | channel(p, q, 8) << 8 | channel(p, q, 0));
            }
        }
        return d;
    }

    private static int channel(int p, int q, int shift) {
        return Math.min(255, AMPLIFY * Math.abs((p >> shift & 0xff) - (q >> shift & 0xff)));
    }
}
