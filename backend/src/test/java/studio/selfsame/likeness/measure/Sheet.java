package studio.selfsame.likeness.measure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import studio.selfsame.media.ColourConversion;
import studio.selfsame.media.RgbImage;
import studio.selfsame.media.VideoFrame;

/** A contact sheet: one row per frame, one column per way of drawing it, cut to the same part of the picture. */
public final class Sheet {
    private static final int GAP = 6;
    private static final int HEAD = 26;

    private final int cellPx;
    private final List<String> heads;
    private final List<List<BufferedImage>> rows = new ArrayList<>();

    /** @param cellPx width of each picture */
    public Sheet(int cellPx, List<String> heads) {
        this.cellPx = cellPx;
        this.heads = List.copyOf(heads);
    }

    /** One row; a picture for each head, each cut to {@code part}. */
    public void add(Box part, List<VideoFrame> pictures) {
        rows.add(pictures.stream().map(p -> cut(p, part)).toList());
    }

    public void write(Path png) throws IOException {
        int cellHeight = rows.stream()
                .mapToInt(r -> cellPx * r.getFirst().getHeight() / r.getFirst().getWidth())
                .max()
                .orElseThrow();
        BufferedImage sheet = new BufferedImage(
                heads.size() * (cellPx + GAP) + GAP,
                HEAD + rows.size() * (cellHeight + GAP),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        g.setColor(Color.DARK_GRAY);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        for (int c = 0; c < heads.size(); c++) {
            g.drawString(heads.get(c), GAP + c * (cellPx + GAP), HEAD - 9);
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < heads.size(); c++) {
                BufferedImage cell = rows.get(r).get(c);
                int height = cellPx * cell.getHeight() / cell.getWidth();
                g.drawImage(cell, GAP + c * (cellPx + GAP), HEAD + r * (cellHeight + GAP), cellPx, height, null);
            }
        }
        g.dispose();
        ImageIO.write(sheet, "png", png.toFile());
    }

    private static BufferedImage cut(VideoFrame frame, Box part) {
        RgbImage image = ColourConversion.toRgb(frame);
        byte[] rgb = image.rgb();
        BufferedImage out = new BufferedImage(part.width(), part.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                int at = 3 * ((part.top() + y) * frame.widthPx() + part.left() + x);
                out.setRGB(x, y, (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | rgb[at + 2] & 0xff);
            }
        }
        return out;
    }
}
