package studio.selfsame.release.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A release for reading and signing. */
public final class ContractPdf {
    static final String CONTRACT_FILE = "contract.json";

    private ContractPdf() {}

    /**
     * Always the same bytes for the same contract. Its canonical JSON is attached as {@code contract.json}.
     *
     * @throws InvalidContractException when the contract is not one of that template
     */
    public static byte[] render(Contract contract, Template template) {
        var faults = template.faults(contract);
        if (!faults.isEmpty()) {
            throw new InvalidContractException(faults);
        }
        try (var paper = new PdfPaper()) {
            return render(contract, template, paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] render(Contract contract, Template template, PdfPaper paper) throws IOException {
        var json = contract.canonicalJson();
        var title = "Talent release: " + template.title();
        PdfAbout.write(
                paper.document(),
                title + ", “" + contract.terms().project().title() + "”",
                contract.studio().name());
        var file = PdfAbout.attach(
                paper.document(),
                CONTRACT_FILE,
                "The contract as data, in canonical form (RFC 8785)",
                "Source",
                json.getBytes(StandardCharsets.UTF_8));
        PdfAbout.list(paper.document(), Map.of(CONTRACT_FILE, file));

        paper.title(title);
        paper.note(template.notice());
        paper.heading("Parties");
        paper.table(TermTable.parties(contract));
        paper.heading("Terms");
        paper.table(TermTable.terms(contract));
        clauses(contract, template, paper);
        signatures(contract, paper);
        annex(contract, paper);
        return paper.finish(
                "Talent release " + contract.release() + ", version " + contract.version() + ", template "
                        + template.id() + " " + template.reference().version(),
                "SHA-256 of " + CONTRACT_FILE + ": " + Hex.sha256(json));
    }

    private static void clauses(Contract contract, Template template, PdfPaper paper) throws IOException {
        int clause = 0;
        for (var text : template.clauses(contract)) {
            paper.heading(++clause + ".  " + text.heading());
            int number = 0;
            for (var paragraph : text.paragraphs()) {
                paper.numbered(clause + "." + ++number, paragraph);
            }
        }
    }

    private static void signatures(Contract contract, PdfPaper paper) throws IOException {
        paper.heading("Signatures");
        paper.paragraph(
                "The studio signs first, then the talent’s side, each in their own account with a passkey that their own"
                        + " device releases after it has recognised them. What they sign is the SHA-256 digest of contract.json, which is"
                        + " attached to this document, followed by this document as it stands before anything is added to it. Both"
                        + " signatures are then attached as signatures.json, and the studio’s electronic seal closes the document.");
        paper.table(TermTable.signatures(contract));
    }

    private static void annex(Contract contract, PdfPaper paper) throws IOException {
        var exclusions = contract.terms().exclusions();
        if (TermTable.inAnnex(exclusions)) {
            paper.turnPage();
            paper.heading("Annex: exclusions");
            paper.note("The likeness may not be brought together with any of these " + exclusions.size() + " matters.");
            paper.list(exclusions);
        }
    }
}
