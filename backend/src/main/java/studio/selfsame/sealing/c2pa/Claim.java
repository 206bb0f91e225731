package studio.selfsame.sealing.c2pa;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A claim of either version.
 *
 * @param first whether it is of the first version, as written before 2024
 */
record Claim(Map<?, ?> content, boolean first) {
    private static final String FIRST = "c2pa.claim";
    private static final String STORE = "self#jumbf=/c2pa/";

    static Claim of(JumbfBox box) throws MalformedCredentialsException {
        return new Claim(CborDecoder.decodeMap(box.cbor()), box.label().equals(FIRST));
    }

    /** What hashes are by that do not say it themselves. */
    String alg() {
        return content.get("alg") instanceof String named ? named : "sha256";
    }

    /** Hashed URIs of all assertions. */
    List<Object> references() throws MalformedCredentialsException {
        List<Object> references = new ArrayList<>();
        for (String field : first ? List.of("assertions") : List.of("created_assertions", "gathered_assertions")) {
            if (content.get(field) instanceof List<?> list) {
                references.addAll(list);
            }
        }
        if (references.isEmpty()) {
            throw new MalformedCredentialsException("a claim that asserts nothing");
        }
        return references;
    }

    /** Absolute paths of the assertions of ingredients that it takes out. */
    Set<String> redactions() {
        Set<String> paths = new HashSet<>();
        if (content.get("redacted_assertions") instanceof List<?> list) {
            for (Object item : list) {
                Object uri = item instanceof CborTag tag ? tag.item() : item;
                if (uri instanceof String url && url.startsWith(STORE)) {
                    paths.add(url.substring(STORE.length()));
                }
            }
        }
        return paths;
    }
}
