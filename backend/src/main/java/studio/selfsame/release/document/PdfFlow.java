package studio.selfsame.release.document;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

/** Sets lines from top to bottom on A4, page after page. All lengths in points. */
final class PdfFlow implements AutoCloseable {
    static final float LEFT = 68;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 68;
    static final float BOTTOM = 84;
    private static final Color RULE = new Color(0xB8BEC6);

    private final PDDocument document;
    private final PdfStructure structure;
    private PDPage page;
    private PDPageContentStream content;
    private float y;

    PdfFlow(PDDocument document, PdfStructure structure) throws IOException {
        this.document = document;
        this.structure = structure;
        this.page = new PDPage(PDRectangle.A4);
        this.content = begun(page);
        this.y = TOP;
    }

    private PDPageContentStream begun(PDPage page) throws IOException {
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    void turnPage() throws IOException {
        content.close();
        page = new PDPage(PDRectangle.A4);
        content = begun(page);
        y = TOP;
    }

    void space(float height) {
        if (y < TOP) {
            y -= height;
        }
    }

    /** As {@link #space}, at the head of a page too. */
    void down(float height) {
        y -= height;
    }

    /** Turns the page unless so much is left of it. */
    void need(float height) throws IOException {
        if (y - height < BOTTOM && y < TOP) {
            turnPage();
        }
    }

    int linesLeft(float leading) {
        return (int) Math.floor((y - BOTTOM) / leading);
    }

    /** Where the next line's top is. */
    float y() {
        return y;
    }

    void y(float top) {
        y = top;
    }

    /** Lines on this page, as the open element's content. */
    void lines(List<String> lines, float x, PdfStyle style) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        var properties = new COSDictionary();
        properties.setInt(COSName.MCID, structure.piece(page));
        content.beginMarkedContent(COSName.P, PDPropertyList.create(properties));
        for (int i = 0; i < lines.size(); i++) {
            y -= style.leading();
            // a space at the line's end, for whoever reads the words and not the page
            var line = i < lines.size() - 1 ? lines.get(i) + " " : lines.get(i);
            show(content, line, x, y + style.leading() - style.size(), style);
        }
        content.endMarkedContent();
    }

    /** A thin line over the whole width. */
    void rule() throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setStrokingColor(RULE);
        content.setLineWidth(0.5f);
        content.moveTo(LEFT, y);
        content.lineTo(LEFT + WIDTH, y);
        content.stroke();
        content.endMarkedContent();
    }

    static void show(PDPageContentStream content, String line, float x, float baseline, PdfStyle style)
            throws IOException {
        if (line.isBlank()) {
            return;
        }
        content.beginText();
        content.setNonStrokingColor(style.colour());
        content.setFont(style.font().font(), style.size());
        content.newLineAtOffset(x, baseline);
        content.showText(line);
        content.endText();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
