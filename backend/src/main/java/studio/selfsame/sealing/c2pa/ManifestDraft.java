package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A manifest before it is signed: assertions are added, then {@link CredentialsWriter} binds it to a file. Every assertion
 * is attributed to the signer and salted.
 */
public final class ManifestDraft {
    private final SecureRandom random;
    private final String label = "urn:c2pa:" + UUID.randomUUID();
    private final String instance = "xmp:iid:" + UUID.randomUUID();
    private final String title;
    private final Map<String, Object> generator;
    private final List<byte[]> boxes = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();
    private final List<Map<String, Object>> references = new ArrayList<>();
    private final Map<String, byte[]> carried = new LinkedHashMap<>();
    private final byte[] bindingSalt;

    /**
     * @param title of the file, shown to everybody
     * @param generatorName of the product
     */
    public ManifestDraft(String title, String generatorName, String generatorVersion, SecureRandom random) {
        this.title = title;
        this.generator = Map.of("name", generatorName, "version", generatorVersion, "specVersion", "2.4.0");
        this.random = random;
        this.bindingSalt = salt();
    }

    /**
     * Adds an assertion.
     *
     * @param content CBOR map of texts, numbers, bytes, lists, maps and {@link #date}s
     * @return the hashed URI by which another assertion may point at this one
     */
    public Map<String, Object> add(String assertionLabel, Map<String, Object> content) {
        String unique = unique(assertionLabel);
        byte[] box = assertion(unique, salt(), content);
        Map<String, Object> reference = reference(unique, box);
        boxes.add(box);
        references.add(reference);
        return reference;
    }

    /**
     * Adds an ingredient: something that the file was made from.
     *
     * @param relationship {@code parentOf} for the one file that was edited, {@code inputTo} for anything that was used
     * @param incoming the credentials that it came with; they are carried on
     * @return as {@link #add}
     */
    public Map<String, Object> addIngredient(String name, String relationship, Optional<IncomingManifest> incoming) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("dc:title", name);
        content.put("relationship", relationship);
        incoming.ifPresent(manifest -> {
            manifest.manifests().forEach(box -> carried.putIfAbsent(box.label(), box.bytes()));
            content.putAll(manifest.fields());
        });
        return add(Ingredient.LABEL, content);
    }

    /** The second assertion of a label, and those after it, are told apart by a number (C2PA 2.4, section 6.4). */
    private String unique(String assertionLabel) {
        String unique = assertionLabel;
        for (int next = 1; labels.contains(unique); next++) {
            unique = assertionLabel + "__" + next;
        }
        labels.add(unique);
        return unique;
    }

    /** A time as CBOR has it. */
    public static Object date(Instant time) {
        return new CborTag(0, time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** The store for a file with this hash; its length depends on neither hash nor signature. */
    byte[] assemble(HardBinding binding, ClaimSigner signer) throws IOException, GeneralSecurityException {
        byte[] claim = claim(binding);
        return store(binding, claim, CoseSign1.sign(signer, claim));
    }

    int sizeOfStore(HardBinding binding, ClaimSigner signer) throws GeneralSecurityException {
        return store(binding, claim(binding), new byte[CoseSign1.sizeFor(signer)]).length;
    }

    private byte[] claim(HardBinding binding) {
        List<Map<String, Object>> created = new ArrayList<>(references);
        created.add(reference(binding.label(), box(binding)));
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("instanceID", instance);
        claim.put("claim_generator_info", generator);
        claim.put("signature", "self#jumbf=/c2pa/" + label + "/c2pa.signature");
        claim.put("created_assertions", created);
        claim.put("dc:title", title);
        claim.put("alg", "sha256");
        return CborEncoder.encode(claim);
    }

    private byte[] store(HardBinding binding, byte[] claim, byte[] signature) {
        List<byte[]> assertions = new ArrayList<>(boxes);
        assertions.add(box(binding));
        byte[] manifest = JumbfWriter.superbox(
                JumbfType.MANIFEST,
                label,
                List.of(
                        JumbfWriter.superbox(JumbfType.ASSERTIONS, "c2pa.assertions", assertions),
                        JumbfWriter.superbox(JumbfType.CLAIM, "c2pa.claim.v2", List.of(JumbfWriter.cborBox(claim))),
                        JumbfWriter.superbox(
                                JumbfType.SIGNATURE, "c2pa.signature", List.of(JumbfWriter.cborBox(signature)))));
        List<byte[]> manifests = new ArrayList<>(carried.values());
        // The last manifest of a store is the active one.
        manifests.add(manifest);
        return JumbfWriter.superbox(JumbfType.STORE, "c2pa", manifests);
    }

    private byte[] box(HardBinding binding) {
        return assertion(binding.label(), bindingSalt, binding.content());
    }

    private static byte[] assertion(String assertionLabel, byte[] salt, Map<String, Object> content) {
        byte[] cbor = JumbfWriter.cborBox(CborEncoder.encode(content));
        return JumbfWriter.superbox(JumbfType.CBOR, assertionLabel, salt, List.of(cbor));
    }

    /** Hashes the superbox without its eight bytes of header (C2PA 2.4, section 8.4.2.3). */
    private static Map<String, Object> reference(String assertionLabel, byte[] box) {
        var digest = Digests.sha256();
        digest.update(box, 8, box.length - 8);
        return Map.of("url", "self#jumbf=c2pa.assertions/" + assertionLabel, "hash", digest.digest());
    }

    private byte[] salt() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return salt;
    }
}
