package studio.selfsame.likeness.measure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;

/** A chart of groups of bars, one panel below the other: a group for each clip, a bar for each way of drawing. */
public final class Bars {
    private static final int WIDTH = 1200;
    private static final int PANEL = 260;
    private static final int LEGEND = 34;
    private static final int LEFT = 20;
    private static final int TOP = 44;
    private static final int FOOT = 26;

    /** Told apart by those who see few colours too (Okabe and Ito, "Color universal design", 2008). */
    private static final int[] COLOURS = {0x999999, 0xe69f00, 0x56b4e9, 0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7};

    private record Panel(String title, double base, Map<String, Map<String, Double>> values) {}

    private final List<Panel> panels = new ArrayList<>();

    /**
     * @param base where bars begin
     * @param values by clip, then by way
     */
    public void panel(String title, double base, Map<String, Map<String, Double>> values) {
        panels.add(new Panel(title, base, new LinkedHashMap<>(values)));
    }

    public void write(Path png) throws IOException {
        Set<String> ways = new LinkedHashSet<>();
        panels.forEach(p -> p.values().values().forEach(v -> ways.addAll(v.keySet())));
        List<String> order = List.copyOf(ways);
        BufferedImage chart = new BufferedImage(WIDTH, LEGEND + panels.size() * PANEL, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = chart.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, chart.getHeight());
        legend(g, order);
        for (int i = 0; i < panels.size(); i++) {
            draw(g, panels.get(i), order, LEGEND + i * PANEL);
        }
        g.dispose();
        ImageIO.write(chart, "png", png.toFile());
    }

    private static void legend(Graphics2D g, List<String> ways) {
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        int x = LEFT;
        for (int i = 0; i < ways.size(); i++) {
            g.setColor(colour(i));
            g.fillRect(x, 12, 14, 14);
            g.setColor(Color.DARK_GRAY);
            g.drawString(ways.get(i), x + 20, 24);
            x += 38 + g.getFontMetrics().stringWidth(ways.get(i));
        }
    }

    private static void draw(Graphics2D g, Panel panel, List<String> ways, int top) {
        double most = panel.values().values().stream()
                .flatMap(v -> v.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(panel.base() + 1);
        int floor = top + PANEL - FOOT;
        int group = (WIDTH - 2 * LEFT) / Math.max(1, panel.values().size());
        int bar = Math.min(44, (group - 20) / Math.max(1, ways.size()));
        g.setColor(Color.DARK_GRAY);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        g.drawString(panel.title(), LEFT, top + 20);
        int left = LEFT;
        for (var clip : panel.values().entrySet()) {
            int x = left;
            for (int i = 0; i < ways.size(); i++) {
                Double value = clip.getValue().get(ways.get(i));
                if (value != null) {
                    double share = Math.max(0, value - panel.base()) / Math.max(1e-9, most - panel.base());
                    int height = (int) Math.round(share * (PANEL - TOP - FOOT));
                    g.setColor(colour(i));
                    g.fillRect(x, floor - height, bar - 4, height);
                    g.setColor(Color.DARK_GRAY);
                    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
                    g.drawString(String.format(Locale.ROOT, "%.1f", value), x, floor - height - 4);
                    x += bar;
                }
            }
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
            g.drawString(clip.getKey(), left, floor + 19);
            left += group;
        }
        g.drawLine(LEFT, floor, WIDTH - LEFT, floor);
    }

    private static Color colour(int way) {
        return new Color(COLOURS[way % COLOURS.length]);
    }
}
