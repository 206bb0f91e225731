package studio.selfsame.inspection.forensics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Curves of all signals, as SVG. */
public final class RocChart {
    private static final int SIDE = 360;
    private static final int LEFT = 50;
    private static final int TOP = 30;
    private static final int LEGEND = 330;

    /** Told apart by those who see few colours too (Okabe and Ito 2008). */
    private static final List<String> COLOURS =
            List.of("#000000", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#999999");

    private RocChart() {}

    public static void write(List<Roc> all, Path svg) throws IOException {
        StringBuilder chart = new StringBuilder();
        chart.append(say(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n",
                LEFT + SIDE + LEGEND, TOP + SIDE + 50));
        chart.append(say("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n"));
        chart.append(say(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888\"/>%n",
                LEFT, TOP, SIDE, SIDE));
        chart.append(say(
                "<path d=\"M%d %d L%d %d\" stroke=\"#888\" stroke-dasharray=\"4 4\"/>%n",
                LEFT, TOP + SIDE, LEFT + SIDE, TOP));
        chart.append(say(
                "<text x=\"%d\" y=\"%d\">share of filmed clips taken for drawn</text>%n", LEFT + 60, TOP + SIDE + 32));
        chart.append(say(
                "<text transform=\"translate(30 %d) rotate(-90)\">share of drawn clips found</text>%n",
                TOP + SIDE - 90));
        int line = 0;
        for (int i = 0; i < all.size(); i++) {
            Roc roc = all.get(i);
            if (Double.isNaN(roc.auc())) {
                continue;
            }
            String colour = COLOURS.get(i % COLOURS.size());
            StringBuilder path = new StringBuilder();
            for (double[] point : roc.curve()) {
                path.append(say(
                        "%s%.1f %.1f",
                        path.isEmpty() ? "M" : " L", LEFT + SIDE * point[0], TOP + SIDE * (1 - point[1])));
            }
            chart.append(say("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", path, colour));
            int y = TOP + 14 + 24 * line++;
            int x = LEFT + SIDE + 20;
            chart.append(say("<path d=\"M%d %d h24\" stroke=\"%s\" stroke-width=\"3\"/>%n", x, y - 4, colour));
            chart.append(say(
                    "<text x=\"%d\" y=\"%d\">%s, AUC %.2f (%.2f–%.2f)</text>%n",
                    x + 30, y, roc.kind(), roc.auc(), roc.low(), roc.high()));
        }
        Files.writeString(svg, chart.append("</svg>\n"));
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
