package studio.selfsame.release.document;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/** A document of this studio: headings, numbered paragraphs, tables, and a footer on every page. */
final class PdfPaper implements AutoCloseable {
    private static final Color INK = new Color(0x1A1D21);
    private static final Color GREY = new Color(0x5A626C);
    private static final float LABEL_WIDTH = 118;
    private static final float HANG = 30;
    private static final float GUTTER = 18;
    private static final float NUMBER_WIDTH = 24;
    private static final float[] COLUMN_WIDTHS = {104, 205, 70, 80};
    private static final float[] COLUMN_STARTS = {0, 104, 309, 379};

    private final PDDocument document = new PDDocument();
    private final PdfStructure structure = new PdfStructure();
    private final PdfFlow flow;
    private final PdfStyle title;
    private final PdfStyle heading;
    private final PdfStyle body;
    private final PdfStyle label;
    private final PdfStyle note;
    private final PdfStyle footer;

    PdfPaper() throws IOException {
        var regular = PdfFont.of(document, Typeface.REGULAR);
        var semiBold = PdfFont.of(document, Typeface.SEMI_BOLD);
        title = new PdfStyle(semiBold, 20, 27, INK);
        heading = new PdfStyle(semiBold, 11.5f, 16, INK);
        body = new PdfStyle(regular, 9.5f, 13.5f, INK);
        label = new PdfStyle(semiBold, 9.5f, 13.5f, INK);
        note = new PdfStyle(regular, 8.5f, 12, GREY);
        footer = new PdfStyle(regular, 6.8f, 9, GREY);
        flow = new PdfFlow(document, structure);
    }

    void title(String text) throws IOException {
        block("H1", title, text, PdfFlow.LEFT, PdfFlow.WIDTH);
        flow.space(4);
    }

    void heading(String text) throws IOException {
        flow.space(13);
        var lines = heading.lines(text, PdfFlow.WIDTH);
        flow.need(lines.size() * heading.leading() + 4 + 3 * body.leading());
        element("H2", () -> flow.lines(lines, PdfFlow.LEFT, heading));
        flow.space(3);
    }

    void paragraph(String text) throws IOException {
        block("P", body, text, PdfFlow.LEFT, PdfFlow.WIDTH);
        flow.space(5);
    }

    void note(String text) throws IOException {
        block("P", note, text, PdfFlow.LEFT, PdfFlow.WIDTH);
        flow.space(6);
    }

    /** @param number such as {@code 3.1}, which hangs to the left */
    void numbered(String number, String text) throws IOException {
        flow.need(2 * body.leading());
        structure.open("P");
        float top = flow.y();
        flow.lines(List.of(number), PdfFlow.LEFT, body);
        flow.y(top);
        flowing(body, body.lines(text, PdfFlow.WIDTH - HANG), PdfFlow.LEFT + HANG);
        structure.close();
        flow.space(5);
    }

    /** What a table's row says. */
    record Row(String label, String value) {}

    void table(List<Row> rows) throws IOException {
        structure.open("Table");
        for (var row : rows) {
            var labelLines = label.lines(row.label(), LABEL_WIDTH - 8);
            var valueLines = body.lines(row.value(), PdfFlow.WIDTH - LABEL_WIDTH);
            flow.need(Math.max(labelLines.size(), Math.min(valueLines.size(), 3)) * body.leading() + 6);
            flow.rule();
            flow.down(3);
            structure.open("TR");
            float top = flow.y();
            element("TH", () -> flow.lines(labelLines, PdfFlow.LEFT, label));
            float afterLabel = flow.y();
            flow.y(top);
            element("TD", () -> flowing(body, valueLines, PdfFlow.LEFT + LABEL_WIDTH));
            // unless the value went on overleaf
            if (valueLines.size() <= labelLines.size()) {
                flow.y(Math.min(flow.y(), afterLabel));
            }
            structure.close();
            flow.down(3);
        }
        flow.rule();
        structure.close();
        flow.space(6);
    }

    /** Four columns with a heading, which stands again on every page. */
    void columns(List<String> headings, List<List<String>> rows) throws IOException {
        structure.open("Table");
        columns("TH", label, headings);
        for (var row : rows) {
            if (flow.linesLeft(note.leading()) < 3) {
                flow.turnPage();
                columns("TH", label, headings);
            }
            columns("TD", note, row);
        }
        structure.close();
    }

    private void columns(String type, PdfStyle style, List<String> row) throws IOException {
        structure.open("TR");
        float top = flow.y();
        float bottom = top;
        for (int i = 0; i < row.size(); i++) {
            var lines = style.lines(row.get(i), COLUMN_WIDTHS[i] - 8);
            float x = PdfFlow.LEFT + COLUMN_STARTS[i];
            flow.y(top);
            element(type, () -> flow.lines(lines, x, style));
            bottom = Math.min(bottom, flow.y());
        }
        flow.y(bottom - 3);
        flow.rule();
        flow.down(3);
        structure.close();
    }

    /** Short texts, two in a row, numbered. */
    void list(List<String> entries) throws IOException {
        structure.open("L");
        float column = (PdfFlow.WIDTH - GUTTER) / 2;
        for (int i = 0; i < entries.size(); i += 2) {
            int last = Math.min(i + 2, entries.size());
            var pair = entries.subList(i, last).stream()
                    .map(entry -> note.lines(entry, column - NUMBER_WIDTH))
                    .toList();
            int height = pair.stream().mapToInt(List::size).max().orElseThrow();
            flow.need(height * note.leading());
            float top = flow.y();
            for (int j = 0; j < pair.size(); j++) {
                var number = List.of(i + j + 1 + ".");
                var lines = pair.get(j);
                float x = PdfFlow.LEFT + j * (column + GUTTER);
                element("LI", () -> {
                    flow.y(top);
                    flow.lines(number, x, note);
                    flow.y(top);
                    flow.lines(lines, x + NUMBER_WIDTH, note);
                });
            }
            flow.y(top - height * note.leading() - 1);
        }
        structure.close();
    }

    void turnPage() throws IOException {
        flow.turnPage();
    }

    PDDocument document() {
        return document;
    }

    /** @param first and {@code second}: the lines at the foot of every page */
    byte[] finish(String first, String second) throws IOException {
        flow.close();
        structure.writeTo(document);
        int number = 0;
        for (var page : document.getPages()) {
            var count = "Page " + ++number + " of " + document.getNumberOfPages();
            try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
                content.beginMarkedContent(COSName.ARTIFACT);
                float end = PdfFlow.LEFT + PdfFlow.WIDTH - footer.font().width(count, footer.size());
                PdfFlow.show(content, first, PdfFlow.LEFT, 52, footer);
                PdfFlow.show(content, second, PdfFlow.LEFT, 42, footer);
                PdfFlow.show(content, count, end, 52, footer);
                content.endMarkedContent();
            }
        }
        // the same id for the same content: the writer would take the time
        document.setDocumentId(0L);
        var out = new ByteArrayOutputStream();
        document.save(out, CompressParameters.NO_COMPRESSION);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    /** Sets something. */
    @FunctionalInterface
    private interface Setting {
        void set() throws IOException;
    }

    private void element(String type, Setting setting) throws IOException {
        structure.open(type);
        setting.set();
        structure.close();
    }

    private void block(String type, PdfStyle style, String text, float x, float width) throws IOException {
        element(type, () -> flowing(style, style.lines(text, width), x));
    }

    /** Over as many pages as it takes; no single line stands alone at the foot or the head of one. */
    private void flowing(PdfStyle style, List<String> lines, float x) throws IOException {
        var rest = lines;
        while (!rest.isEmpty()) {
            int fit = flow.linesLeft(style.leading());
            int take = rest.size() <= fit ? rest.size() : rest.size() - fit == 1 ? fit - 1 : fit;
            if (take < rest.size() && take < 2) {
                flow.turnPage();
            } else {
                flow.lines(rest.subList(0, take), x, style);
                rest = rest.subList(take, rest.size());
            }
        }
    }
}
