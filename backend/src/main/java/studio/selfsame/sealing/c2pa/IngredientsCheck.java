package studio.selfsame.sealing.c2pa;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.selfsame.sealing.c2pa.ManifestCheck.Checked;

/**
 * The manifests that came with ingredients, and with theirs, are those that were there when the claim was signed, and nothing is
 * wrong with them that was not known then. Each is examined once.
 */
final class IngredientsCheck {
    private static final int MOST_DEPTH = 16;
    private static final int MOST_MANIFESTS = 200;
    /** Of an ingredient these depend on who looks at it and when, and say nothing against the file. */
    private static final Set<String> OF_THE_BEHOLDER =
            Set.of("signingCredential.untrusted", "claimSignature.outsideValidity", "algorithm.unsupported");

    private final JumbfBox store;
    private final ManifestCheck check;
    private final Findings findings;
    private final Map<String, Checked> checked = new HashMap<>();
    private final Map<String, byte[]> hashes = new HashMap<>();
    private final Set<String> redacted = new HashSet<>();
    private final Set<String> path = new LinkedHashSet<>();

    IngredientsCheck(JumbfBox store, ManifestCheck check, Findings findings) {
        this.store = store;
        this.check = check;
        this.findings = findings;
    }

    void walk(Checked manifest) {
        checked.put(manifest.label(), manifest);
        path.add(manifest.label());
        redacted.addAll(manifest.claim().redactions());
        for (Ingredient ingredient : Ingredient.of(manifest)) {
            findings.about(manifest.label());
            findings.at("c2pa.assertions/" + ingredient.label());
            if (ingredient.manifest().isPresent()) {
                follow(ingredient);
            }
        }
        path.remove(manifest.label());
    }

    /** The manifest that is bound to the file: this one, or the one that it updates. To be asked after the walk. */
    Optional<Checked> bound(Checked active) {
        Optional<Checked> bound = Optional.of(active);
        for (int depth = 0;
                depth < MOST_DEPTH && bound.isPresent() && bound.get().isUpdate();
                depth++) {
            bound = Ingredient.of(bound.get()).stream()
                    .filter(Ingredient::isParent)
                    .findFirst()
                    .flatMap(Ingredient::manifestLabel)
                    .flatMap(label -> Optional.ofNullable(checked.get(label)));
        }
        return bound.filter(manifest -> !manifest.isUpdate());
    }

    private void follow(Ingredient ingredient) {
        String name = "The manifest of `" + ingredient.label() + "`";
        Optional<String> wanted = ingredient.manifestLabel();
        List<JumbfBox> found = store.children().stream()
                .filter(box -> wanted.filter(box.label()::equals).isPresent())
                .toList();
        if (found.size() != 1) {
            findings.failure("ingredient.manifest.missing", name + " was removed.");
        } else if (path.contains(found.getFirst().label())) {
            findings.failure("assertion.ingredient.malformed", name + " is one that was made from it.");
        } else if (path.size() >= MOST_DEPTH || checked.size() >= MOST_MANIFESTS) {
            findings.failure("general.error", "The file was made from more than can be looked at.");
        } else if (isUnchanged(ingredient, found.getFirst(), name)) {
            examine(ingredient, found.getFirst());
        }
    }

    private boolean isUnchanged(Ingredient ingredient, JumbfBox manifest, String name) {
        if (redacted.stream().noneMatch(each -> each.startsWith(manifest.label() + "/"))) {
            return compare(
                    ingredient.manifest().orElse(Map.of()), manifest, manifest.label(), "ingredient.manifest", name);
        }
        // What is left of it cannot have the hash that it had; its signature does.
        Optional<JumbfBox> signature = manifest.child("c2pa.signature");
        if (ingredient.signature().isEmpty() || signature.isEmpty()) {
            return true;
        }
        return compare(
                ingredient.signature().get(), signature.get(), manifest.label(), "ingredient.claimSignature", name);
    }

    /** Hashes each manifest once, however many ingredients name it. */
    private boolean compare(Map<?, ?> reference, JumbfBox box, String manifest, String subject, String name) {
        Optional<MessageDigest> digest = Digests.named(reference.get("alg") instanceof String alg ? alg : "sha256");
        if (digest.isEmpty() || !(reference.get("hash") instanceof byte[] expected)) {
            findings.failure("algorithm.unsupported", name + " is bound in an unknown way.");
            return false;
        }
        byte[] actual = hashes.computeIfAbsent(
                digest.get().getAlgorithm() + subject + manifest,
                ignored -> digest.get().digest(box.payload()));
        if (!MessageDigest.isEqual(actual, expected)) {
            findings.failure(subject + ".mismatch", name + " was changed.");
            return false;
        }
        findings.success(subject + ".validated", name + " is unchanged.");
        return true;
    }

    private void examine(Ingredient ingredient, JumbfBox manifest) {
        if (checked.containsKey(manifest.label())) {
            return;
        }
        Findings own = new Findings();
        try {
            Checked found = check.check(manifest, redacted, own);
            adopt(own, ingredient.knownFailures());
            walk(found);
        } catch (MalformedCredentialsException malformed) {
            own.failure(malformed.code(), "An ingredient's credentials: " + malformed.getMessage() + ".");
            adopt(own, ingredient.knownFailures());
        }
    }

    private void adopt(Findings own, Set<String> known) {
        for (CredentialsReport.Status status : own.failures()) {
            if (known.contains(status.code()) || OF_THE_BEHOLDER.contains(status.code())) {
                findings.note(status);
            } else {
                findings.failure(status);
            }
        }
    }
}
