package studio.selfsame.sealing.c2pa;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file was made from, as a claim of any version tells it (C2PA 2.4, section 18.16). */
record Ingredient(String label, Map<?, ?> content) {
    static final String LABEL = "c2pa.ingredient.v3";
    private static final String ANY = "c2pa\\.ingredient(\\.v[23])?(__\\d+)?";
    private static final String STORE = "self#jumbf=/c2pa/";

    /** All of a manifest's. */
    static List<Ingredient> of(ManifestCheck.Checked manifest) {
        return manifest.assertions().entrySet().stream()
                .filter(assertion -> assertion.getKey().matches(ANY))
                .map(assertion -> new Ingredient(assertion.getKey(), assertion.getValue()))
                .toList();
    }

    boolean isParent() {
        return "parentOf".equals(content.get("relationship"));
    }

    /** Hashed URI of the manifest that it came with; empty when it came with none. */
    Optional<Map<?, ?>> manifest() {
        return map(
                content.containsKey("activeManifest") ? content.get("activeManifest") : content.get("c2pa_manifest"));
    }

    /** Hashed URI of that manifest's signature, which stays when assertions are redacted. */
    Optional<Map<?, ?>> signature() {
        return map(content.get("claimSignature"));
    }

    /** The manifest's label; empty for a reference that leads nowhere. */
    Optional<String> manifestLabel() {
        return manifest()
                .map(reference -> reference.get("url"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(url -> url.startsWith(STORE))
                .map(url -> url.substring(STORE.length()));
    }

    /** Status codes of what was known to be wrong with it when the claim that names it was signed. */
    Set<String> knownFailures() {
        List<Object> statuses = new ArrayList<>();
        map(content.get("validationResults"))
                .flatMap(results -> map(results.get("activeManifest")))
                .map(results -> results.get("failure"))
                .filter(List.class::isInstance)
                .ifPresent(failures -> statuses.addAll((List<?>) failures));
        if (content.get("validationStatus") instanceof List<?> all) {
            statuses.addAll(all);
        }
        Set<String> codes = new HashSet<>();
        for (Object status : statuses) {
            if (status instanceof Map<?, ?> one && one.get("code") instanceof String code) {
                codes.add(code);
            }
        }
        return codes;
    }

    private static Optional<Map<?, ?>> map(@Nullable Object field) {
        return field instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }
}
