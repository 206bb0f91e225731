package studio.selfsame.sealing.c2pa;

import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The manifests that came with ingredients are there, and are those that were there when the claim was signed. */
final class IngredientsCheck {
    static final String LABEL = "c2pa.ingredient.v3";
    private static final String STORE = "self#jumbf=/c2pa/";

    private final JumbfBox store;
    private final Findings findings;

    IngredientsCheck(JumbfBox store, Findings findings) {
        this.store = store;
        this.findings = findings;
    }

    void check(Map<String, Map<?, ?>> assertions) {
        assertions.forEach((label, ingredient) -> {
            boolean one = label.equals(LABEL) || label.startsWith(LABEL + "__");
            if (one && ingredient.get("activeManifest") instanceof Map<?, ?> reference) {
                findings.at("c2pa.assertions/" + label);
                check(label, reference);
            }
        });
    }

    private void check(String label, Map<?, ?> reference) {
        if (!(reference.get("url") instanceof String url) || !url.startsWith(STORE)) {
            findings.failure("ingredient.manifest.missing", "`" + label + "` points at no manifest.");
            return;
        }
        String wanted = url.substring(STORE.length());
        List<JumbfBox> found = store.children().stream()
                .filter(box -> box.label().equals(wanted))
                .toList();
        Optional<MessageDigest> digest = Digests.named(reference.get("alg") instanceof String alg ? alg : "sha256");
        if (found.size() != 1) {
            findings.failure("ingredient.manifest.missing", "The manifest of `" + label + "` was removed.");
        } else if (digest.isEmpty() || !(reference.get("hash") instanceof byte[] expected)) {
            findings.failure("algorithm.unsupported", "The manifest of `" + label + "` is bound in an unknown way.");
        } else if (MessageDigest.isEqual(digest.get().digest(found.getFirst().payload()), expected)) {
            findings.success("ingredient.manifest.validated", "The manifest of `" + label + "` is unchanged.");
        } else {
            findings.failure("ingredient.manifest.mismatch", "The manifest of `" + label + "` was changed.");
        }
    }
}
