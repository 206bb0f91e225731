package studio.selfsame.release.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;

/** The files attached to a PDF. */
final class Attachments {
    static final String SIGNATURES = "signatures.json";
    /** More is no contract of ours. */
    private static final int MOST = 4 << 20;

    private Attachments() {}

    /** Adds a file in an update at the end; all that was there stays, byte for byte, before it. */
    static byte[] withSignatures(byte[] pdf, String json) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var all = new TreeMap<>(names(document));
            all.put(
                    SIGNATURES,
                    PdfAbout.attach(
                            document,
                            SIGNATURES,
                            "Both signatures under the contract",
                            "Supplement",
                            json.getBytes(StandardCharsets.UTF_8)));
            PdfAbout.list(document, all);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    /** UTF-8. */
    static Optional<String> read(PDDocument document, String name) throws IOException {
        var file = names(document).get(name);
        if (file == null || file.getEmbeddedFile() == null) {
            return Optional.empty();
        }
        try (var in = file.getEmbeddedFile().createInputStream()) {
            var bytes = in.readNBytes(MOST + 1);
            return bytes.length > MOST ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static Map<String, PDComplexFileSpecification> names(PDDocument document) throws IOException {
        var names = document.getDocumentCatalog().getNames();
        var files = names == null ? null : names.getEmbeddedFiles();
        var all = files == null ? null : files.getNames();
        return all == null ? Map.of() : all;
    }
}
