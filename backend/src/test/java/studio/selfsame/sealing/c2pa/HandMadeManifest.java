package studio.selfsame.sealing.c2pa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A manifest, well signed, that says whatever a test wants it to. */
final class HandMadeManifest {
    private final String label;
    private final Map<String, Object> claim = new LinkedHashMap<>();
    private final List<byte[]> boxes = new ArrayList<>();
    private final List<Object> references = new ArrayList<>();
    private JumbfType type = JumbfType.MANIFEST;

    HandMadeManifest(String label) {
        this.label = label;
        claim.put("instanceID", "xmp:iid:1");
        claim.put("claim_generator_info", Map.of("name", "by hand"));
        claim.put("signature", "self#jumbf=/c2pa/" + label + "/c2pa.signature");
    }

    HandMadeManifest update() {
        type = JumbfType.UPDATE;
        return this;
    }

    HandMadeManifest with(String assertion, Map<String, Object> content) {
        return with(JumbfType.CBOR, assertion, "cbor", CborEncoder.encode(content));
    }

    HandMadeManifest with(JumbfType kind, String assertion, String box, byte[] content) {
        byte[] made = JumbfWriter.superbox(kind, assertion, List.of(JumbfWriter.box(box, content)));
        boxes.add(made);
        references.add(reference("c2pa.assertions/" + assertion, made));
        return this;
    }

    /** Made from this manifest, whose bytes may be anything where the hash is not compared. */
    HandMadeManifest from(String relationship, String ingredient, byte[] manifest) {
        String path = "/c2pa/" + ingredient;
        long before = boxes.size();
        return with(
                "c2pa.ingredient.v3__" + (before + 1),
                Map.of("relationship", relationship, "activeManifest", reference(path, manifest)));
    }

    HandMadeManifest redacting(String path) {
        claim.put("redacted_assertions", List.of("self#jumbf=/c2pa/" + path));
        return this;
    }

    /** Names all its assertions this many times. */
    HandMadeManifest naming(int times) {
        List<Object> once = List.copyOf(references);
        for (int i = 1; i < times; i++) {
            references.addAll(once);
        }
        return this;
    }

    byte[] sign(ClaimSigner signer) throws Exception {
        claim.put("created_assertions", references);
        byte[] content = CborEncoder.encode(claim);
        return JumbfWriter.superbox(
                type,
                label,
                List.of(
                        JumbfWriter.superbox(JumbfType.ASSERTIONS, "c2pa.assertions", boxes),
                        JumbfWriter.superbox(JumbfType.CLAIM, "c2pa.claim.v2", List.of(JumbfWriter.cborBox(content))),
                        JumbfWriter.superbox(
                                JumbfType.SIGNATURE,
                                "c2pa.signature",
                                List.of(JumbfWriter.cborBox(CoseSign1.sign(signer, content))))));
    }

    private static Map<String, Object> reference(String path, byte[] box) {
        var digest = Digests.sha256();
        digest.update(box, 8, Math.max(0, box.length - 8));
        return Map.of("url", "self#jumbf=" + path, "hash", digest.digest());
    }
}
