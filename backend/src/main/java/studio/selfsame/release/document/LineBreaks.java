package studio.selfsame.release.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Cuts text into lines. */
final class LineBreaks {
    private LineBreaks() {}

    /**
     * At spaces; within a word only where it alone is too wide. Line ends stay.
     *
     * @param measure the width of a text, in the unit of {@code width}
     */
    static List<String> lines(String text, double width, ToDoubleFunction<String> measure) {
        var lines = new ArrayList<String>();
        for (var given : text.split("\n", -1)) {
            var line = new StringBuilder();
            for (var word : given.split(" ")) {
                for (var piece : pieces(word, width, measure)) {
                    if (!line.isEmpty() && measure.applyAsDouble(line + " " + piece) > width) {
                        lines.add(line.toString());
                        line.setLength(0);
                    }
                    line.append(line.isEmpty() ? "" : " ").append(piece);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static List<String> pieces(String word, double width, ToDoubleFunction<String> measure) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (int c : word.codePoints().toArray()) {
            var longer = piece + Character.toString(c);
            if (!piece.isEmpty() && measure.applyAsDouble(longer) > width) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
