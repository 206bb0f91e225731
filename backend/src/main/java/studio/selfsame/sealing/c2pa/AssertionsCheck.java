package studio.selfsame.sealing.c2pa;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Every assertion the claim names is there and is what was signed, and none is there that it does not name. */
final class AssertionsCheck {
    private static final String SELF = "self#jumbf=";
    private static final JsonMapper JSON = new JsonMapper();

    private final Findings findings;
    private final JumbfBox manifest;
    private final Set<String> redacted;

    /** @param redacted absolute paths of assertions that a later claim took out */
    AssertionsCheck(JumbfBox manifest, Set<String> redacted, Findings findings) {
        this.manifest = manifest;
        this.redacted = redacted;
        this.findings = findings;
    }

    /** Content by label of the assertions whose hash is right and that are maps of CBOR or JSON, in the claim's order. */
    Map<String, Map<?, ?>> check(Claim claim) throws MalformedCredentialsException {
        Map<String, Map<?, ?>> contents = new LinkedHashMap<>();
        Set<String> declared = new HashSet<>();
        JumbfBox assertions = manifest.child("c2pa.assertions")
                .orElseThrow(() -> new MalformedCredentialsException("a manifest without assertions"));
        Map<String, List<JumbfBox>> store =
                assertions.children().stream().collect(Collectors.groupingBy(JumbfBox::label));
        for (Object item : claim.references()) {
            findings.at("c2pa.claim");
            String url = item instanceof Map<?, ?> map && map.get("url") instanceof String text ? text : "";
            String label = url.substring(url.lastIndexOf('/') + 1);
            if (item instanceof Map<?, ?> reference && !url.isEmpty() && declared.add(label)) {
                findings.at("c2pa.assertions/" + label);
                examine(store, reference, url, label, claim.alg()).ifPresent(content -> contents.put(label, content));
            } else {
                findings.failure(
                        "claim.malformed", "The claim names an assertion twice, or without saying where it is.");
            }
        }
        store.keySet().stream()
                .filter(label -> !declared.contains(label))
                .forEach(label -> findings.failure("assertion.undeclared", "`" + label + "` was added after signing."));
        return contents;
    }

    private Optional<Map<?, ?>> examine(
            Map<String, List<JumbfBox>> store, Map<?, ?> reference, String url, String label, String claimAlg) {
        String path = manifest.label() + "/c2pa.assertions/" + label;
        boolean here = url.equals(SELF + "c2pa.assertions/" + label) || url.equals(SELF + "/c2pa/" + path);
        List<JumbfBox> boxes = here ? store.getOrDefault(label, List.of()) : List.of();
        if (boxes.isEmpty() && redacted.contains(path)) {
            return Optional.empty();
        }
        if (boxes.size() != 1) {
            findings.failure("assertion.missing", "`" + label + "` is not there, or is there twice.");
            return Optional.empty();
        }
        if (redacted.contains(path)) {
            findings.failure("assertion.notRedacted", "`" + label + "` should have been taken out.");
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
        return content(boxes.getFirst());
    }

    private Optional<Map<?, ?>> content(JumbfBox box) {
        List<Object> content = new ArrayList<>();
        try {
            if (box.is(JumbfType.CBOR)) {
                content.add(CborDecoder.decode(box.cbor()));
            } else if (box.is(JumbfType.JSON)) {
                content.add(JSON.readValue(box.content("json"), Object.class));
            }
        } catch (MalformedCredentialsException malformed) {
            findings.failure(
                    box.is(JumbfType.CBOR) ? "assertion.cbor.invalid" : "assertion.json.invalid",
                    "`" + box.label() + "` cannot be read: " + malformed.getMessage() + ".");
        } catch (JacksonException malformed) {
            findings.failure("assertion.json.invalid", "`" + box.label() + "` cannot be read.");
        }
        return content.stream().findFirst().filter(Map.class::isInstance).map(item -> (Map<?, ?>) item);
    }
}
