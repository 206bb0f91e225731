package studio.selfsame.sealing.c2pa;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One manifest: its claim is signed, and its assertions are those of the claim. */
final class ManifestCheck {
    private final Trust trust;
    private final Instant now;

    ManifestCheck(Trust trust, Instant now) {
        this.trust = trust;
        this.now = now;
    }

    /**
     * A manifest that was examined.
     *
     * @param signer subject of the certificate; empty where there is none that could be read
     * @param assertions those that are as they were signed
     */
    record Checked(JumbfBox manifest, Claim claim, Optional<String> signer, Map<String, Map<?, ?>> assertions) {
        String label() {
            return manifest.label();
        }

        /** Whether it only adds to what an earlier manifest says of the same file. */
        boolean isUpdate() {
            return manifest.is(JumbfType.UPDATE);
        }
    }

    /** @param redacted absolute paths of assertions that a later claim took out */
    Checked check(JumbfBox manifest, Set<String> redacted, Findings findings) throws MalformedCredentialsException {
        findings.about(manifest.label());
        if (manifest.is(JumbfType.COMPRESSED)) {
            throw new MalformedCredentialsException("algorithm.unsupported", "they are compressed");
        }
        JumbfBox box = claimOf(manifest, findings);
        Optional<String> signer = new SignatureCheck(trust, findings).check(manifest, box.cbor(), now);
        findings.at(box.label());
        Claim claim = Claim.of(box);
        redactions(manifest, claim, findings);
        Map<String, Map<?, ?>> assertions = new AssertionsCheck(manifest, redacted, findings).check(claim);
        if (!claim.first()) {
            new ActionsCheck(findings).check(assertions);
        }
        Checked checked = new Checked(manifest, claim, signer, assertions);
        parents(checked, findings);
        return checked;
    }

    private static JumbfBox claimOf(JumbfBox manifest, Findings findings) throws MalformedCredentialsException {
        List<JumbfBox> claims = manifest.children().stream()
                .filter(box -> box.is(JumbfType.CLAIM))
                .toList();
        if (claims.isEmpty()) {
            throw new MalformedCredentialsException("claim.missing", "a manifest without a claim");
        }
        if (claims.size() > 1) {
            findings.failure("claim.multiple", "The manifest holds more than one claim.");
        }
        return claims.getFirst();
    }

    /** What a claim may not take out: its own assertions, what was done, and what binds to a file. */
    private static void redactions(JumbfBox manifest, Claim claim, Findings findings) {
        for (String path : claim.redactions()) {
            String label = path.substring(path.lastIndexOf('/') + 1);
            if (path.startsWith(manifest.label() + "/")) {
                findings.failure("assertion.selfRedacted", "The claim takes out `" + label + "` of its own.");
            } else if (label.startsWith("c2pa.actions")) {
                findings.failure("assertion.action.redacted", "What was done to an ingredient was taken out.");
            } else if (label.startsWith("c2pa.hash.")) {
                findings.failure("assertion.dataHash.redacted", "What an ingredient was bound to was taken out.");
            }
        }
    }

    private static void parents(Checked checked, Findings findings) {
        long parents =
                Ingredient.of(checked).stream().filter(Ingredient::isParent).count();
        findings.at("c2pa.claim");
        if (checked.isUpdate() && parents != 1) {
            findings.failure("manifest.update.wrongParents", "An update without the one manifest that it updates.");
        } else if (parents > 1) {
            findings.failure("manifest.multipleParents", "The file is said to be made from more than one parent.");
        }
        if (checked.isUpdate()
                && checked.assertions().keySet().stream().anyMatch(label -> label.startsWith("c2pa.hash."))) {
            findings.failure("manifest.update.invalid", "An update that is bound to a file of its own.");
        }
    }
}
