package studio.selfsame.sealing.c2pa;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every assertion the claim names is there and is what was signed, and none is there that it does not name. */
final class AssertionsCheck {
    private static final String SELF = "self#jumbf=";
    private static final Set<String> BEGINNINGS = Set.of("c2pa.created", "c2pa.opened");

    private final Findings findings;

    AssertionsCheck(Findings findings) {
        this.findings = findings;
    }

    /** Content by label of the assertions whose hash is right and that are CBOR. */
    Map<String, Map<?, ?>> check(JumbfBox manifest, Map<?, ?> claim) throws MalformedCredentialsException {
        String alg = claim.get("alg") instanceof String named ? named : "sha256";
        Map<String, Map<?, ?>> contents = new LinkedHashMap<>();
        Set<String> declared = new HashSet<>();
        JumbfBox store = manifest.child("c2pa.assertions")
                .orElseThrow(() -> new MalformedCredentialsException("a manifest without assertions"));
        for (Object item : references(claim)) {
            findings.at("c2pa.claim");
            if (item instanceof Map<?, ?> reference && reference.get("url") instanceof String url) {
                String label = url.substring(url.lastIndexOf('/') + 1);
                declared.add(label);
                findings.at("c2pa.assertions/" + label);
                examine(manifest, store, reference, url, label, alg).ifPresent(content -> contents.put(label, content));
            } else {
                findings.failure("claim.malformed", "The claim names an assertion without saying where it is.");
            }
        }
        store.children().stream()
                .filter(box -> !declared.contains(box.label()))
                .forEach(box ->
                        findings.failure("assertion.undeclared", "`" + box.label() + "` was added after signing."));
        actions(contents);
        return contents;
    }

    private static List<Object> references(Map<?, ?> claim) throws MalformedCredentialsException {
        List<Object> references = new ArrayList<>();
        for (String field : List.of("created_assertions", "gathered_assertions", "assertions")) {
            if (claim.get(field) instanceof List<?> list) {
                references.addAll(list);
            }
        }
        if (references.isEmpty()) {
            throw new MalformedCredentialsException("a claim that asserts nothing");
        }
        return references;
    }

    private Optional<Map<?, ?>> examine(
            JumbfBox manifest, JumbfBox store, Map<?, ?> reference, String url, String label, String claimAlg)
            throws MalformedCredentialsException {
        boolean here = url.equals(SELF + "c2pa.assertions/" + label)
                || url.equals(SELF + "/c2pa/" + manifest.label() + "/c2pa.assertions/" + label);
        List<JumbfBox> boxes = store.children().stream()
                .filter(box -> here && box.label().equals(label))
                .toList();
        if (boxes.size() != 1) {
            findings.failure("assertion.missing", "`" + label + "` is not there, or is there twice.");
            return Optional.empty();
        }
        String alg = reference.get("alg") instanceof String named ? named : claimAlg;
        Optional<MessageDigest> digest = Digests.named(alg);
        if (digest.isEmpty() || !(reference.get("hash") instanceof byte[] expected)) {
            findings.failure("algorithm.unsupported", "`" + label + "` is bound by an unknown algorithm.");
            return Optional.empty();
        }
        if (!MessageDigest.isEqual(digest.get().digest(boxes.getFirst().payload()), expected)) {
            findings.failure("assertion.hashedURI.mismatch", "`" + label + "` was changed after signing.");
            return Optional.empty();
        }
        findings.success("assertion.hashedURI.match", "`" + label + "` is as it was signed.");
        return boxes.getFirst().is(JumbfType.CBOR)
                ? Optional.of(CborDecoder.decodeMap(boxes.getFirst().cbor()))
                : Optional.empty();
    }

    private void actions(Map<String, Map<?, ?>> contents) {
        findings.at("c2pa.assertions/c2pa.actions.v2");
        Map<?, ?> assertion = contents.get("c2pa.actions.v2");
        if (assertion == null) {
            return;
        }
        List<String> names = new ArrayList<>();
        if (assertion.get("actions") instanceof List<?> actions) {
            for (Object action : actions) {
                names.add(action instanceof Map<?, ?> map && map.get("action") instanceof String name ? name : "");
            }
        }
        boolean wellBegun = !names.isEmpty()
                && BEGINNINGS.contains(names.getFirst())
                && names.stream().filter(BEGINNINGS::contains).count() == 1;
        if (!wellBegun) {
            findings.failure("assertion.action.malformed", "The actions do not begin with one creation or opening.");
        }
        if (names.contains("c2pa.watermarked.bound") && !contents.containsKey("c2pa.soft-binding")) {
            findings.failure("assertion.action.softBindingMissing", "A watermark is claimed but not described.");
        }
    }
}
