package studio.selfsame.release.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import studio.selfsame.identity.Passkeys;

/** What both sides signed: the PDF as {@link ContractPdf} made it, with the contract inside. */
record SignedContract(byte[] pdf, Optional<String> json, Optional<Contract> contract, List<String> unreadable) {
    static SignedContract read(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var json = Attachments.read(document, ContractPdf.CONTRACT_FILE);
            if (json.isEmpty()) {
                return unreadable(pdf, "No `contract.json` is attached to it.");
            }
            var contract = Contract.read(json.get());
            return contract.canonicalJson().equals(json.get())
                    ? new SignedContract(pdf, json, Optional.of(contract), List.of())
                    : unreadable(pdf, "The contract attached to it is not in canonical form.");
        } catch (IOException | RuntimeException e) {
            // a hostile file breaks the readers in any way it likes
            return unreadable(pdf, "The contract attached to it cannot be read.");
        }
    }

    private static SignedContract unreadable(byte[] pdf, String why) {
        return new SignedContract(pdf, Optional.empty(), Optional.empty(), List.of(why));
    }

    /** What speaks against these signatures under this contract. */
    List<String> faults(SignatureEvidence evidence) {
        if (json.isEmpty() || contract.isEmpty()) {
            return unreadable;
        }
        var faults = new ArrayList<String>();
        var digest = ContractDigest.of(json.get(), pdf);
        if (!Hex.of(digest).equals(evidence.digest())) {
            faults.add("The signatures are for another digest than this document’s.");
        }
        var studio = contract.get().studio().signatory().person();
        var talent = contract.get().talent().person();
        check("studio", evidence.studio(), studio, digest, faults);
        check("talent", evidence.talent(), talent, digest, faults);
        return faults;
    }

    private static void check(
            String side, Passkeys.Signature signature, UUID named, byte[] digest, List<String> faults) {
        Assertions.fault(signature, digest)
                .ifPresent(why -> faults.add("The signature on the " + side + "’s side " + why + "."));
        if (!signature.signer().value().equals(named)) {
            faults.add("On the " + side + "’s side somebody else signed than the contract names.");
        }
    }
}
