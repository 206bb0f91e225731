package studio.selfsame.release.document;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import studio.selfsame.release.document.EvidenceJson.Content;

/** Takes a sealed release apart. */
final class SealedRelease {
    /** More is no contract of ours. */
    private static final int MOST = 64 << 20;

    private SealedRelease() {}

    static SealCheck check(byte[] sealed, X509Certificate root) {
        if (sealed.length > MOST) {
            return nothing("The file is too long for a release.");
        }
        try (var document = Loader.loadPDF(sealed)) {
            var faults = new ArrayList<>(PadesCheck.faults(sealed, document, root));
            var outer = Attachments.read(document, ContractPdf.CONTRACT_FILE);
            var signatures = Attachments.read(document, Attachments.SIGNATURES);
            if (signatures.isEmpty()) {
                faults.add("No `signatures.json` is attached to it.");
                return new SealCheck(faults, Optional.empty(), Optional.empty());
            }
            return inside(sealed, outer, EvidenceJson.read(signatures.get()), faults);
        } catch (IOException | RuntimeException e) {
            // a hostile file breaks the readers in any way it likes
            return nothing("The file is no PDF of a release, or a part of it cannot be read.");
        }
    }

    private static SealCheck inside(byte[] sealed, Optional<String> outer, Content content, List<String> faults) {
        int length = content.documentBytes();
        if (length < 1 || length >= sealed.length) {
            faults.add("How much of the file was signed is not what it can be.");
            return new SealCheck(faults, Optional.empty(), Optional.of(content.evidence()));
        }
        var signed = SignedContract.read(Arrays.copyOf(sealed, length));
        faults.addAll(signed.faults(content.evidence()));
        if (!Hex.of(Hex.sha256(signed.pdf())).equals(content.documentSha256())) {
            faults.add("The document inside is not the one that `signatures.json` names.");
        }
        if (!signed.json().equals(outer)) {
            faults.add("The contract attached to the sealed file is not the one that was signed.");
        }
        return new SealCheck(faults, signed.contract(), Optional.of(content.evidence()));
    }

    private static SealCheck nothing(String why) {
        return new SealCheck(List.of(why), Optional.empty(), Optional.empty());
    }
}
