package studio.selfsame.release.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ContractPdfTest {
    private static final Template RIDER = Templates.find("rider").orElseThrow();
    private static final Contract CONTRACT = Contracts.lighthouse();

    @Test
    void sameContract_renderedTwice_isTheSameBytes() {
        var first = ContractPdf.render(CONTRACT, RIDER);
        var other = ContractPdf.render(Contracts.of(RIDER, Contracts.terms(List.of())), RIDER);

        assertThat(ContractPdf.render(CONTRACT, RIDER)).isEqualTo(first).isNotEqualTo(other);
    }

    @Test
    void pdf_showsEveryTerm_andTheDigestOfTheJson() throws IOException {
        var text = text(ContractPdf.render(CONTRACT, RIDER));

        assertThat(text)
                .contains("Nordlicht Pictures GmbH", "Hafenstraße 12", "Anneliese Brøgger, Head of rights")
                .contains("Zoë Nguyễn-Müller", "Zoë N", "The Lighthouse", "The keeper", "episodes 1 to 6", "no trailer")
                .contains(
                        "entertainment",
                        "streaming, television",
                        "Germany (DE)",
                        "Côte d’Ivoire (CI)",
                        "Portuguese (Brazil)")
                .contains("1 January 2027 to 31 December 2028", "Europe/Berlin", "Acme Cola, Fur, Tobacco", "violence")
                .contains("not allowed", "1 h 30 min 00 s of results together, 24 results", "by the talent’s side")
                .contains("Deal memo NL-2026-118", "EUR 250.00", "EUR 90.00", "EUR 5,000.00")
                .contains("Kanzlei Petersen", "BFFS", "Vertrag 2025", "with 30 days’ notice", "nothing new is made.")
                .contains(
                        "Page 1 of 4",
                        "Page 4 of 4",
                        "SHA-256 of contract.json: " + Hex.sha256(CONTRACT.canonicalJson()))
                .contains("1.1", "9.1");
    }

    @Test
    void pdf_carriesItsJson_isTagged_andNamesItselfAndItsLanguage() throws IOException {
        try (var document = Loader.loadPDF(ContractPdf.render(CONTRACT, RIDER))) {
            var catalog = document.getDocumentCatalog();
            assertThat(Attachments.read(document, "contract.json")).contains(CONTRACT.canonicalJson());
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Talent release: Digital replica rider, “The Lighthouse”");
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
        }
    }

    @Test
    void longExclusions_standInAnAnnex_everyOneOfThem() throws IOException {
        var exclusions = Contracts.exclusions(500);

        var text = text(ContractPdf.render(Contracts.of(RIDER, Contracts.terms(exclusions)), RIDER));

        assertThat(text).contains("500 matters, listed in the annex", "Annex: exclusions");
        for (int i = 0; i < 500; i++) {
            assertThat(text).contains("Matter number " + i);
        }
    }

    @Test
    void overlongWords_areBrokenAtTheMargin() {
        var lines = LineBreaks.lines("a " + "W".repeat(25) + " b\n\nc", 10, String::length);

        assertThat(lines).allMatch(line -> line.length() <= 10);
        assertThat(lines).containsExactly("a", "WWWWWWWWWW", "WWWWWWWWWW", "WWWWW b", "", "c");
    }

    @Test
    void contract_ofAnotherTemplate_isNotRendered() {
        assertThatThrownBy(() ->
                        ContractPdf.render(CONTRACT, Templates.find("advert").orElseThrow()))
                .isInstanceOf(InvalidContractException.class);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
