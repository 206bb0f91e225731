package studio.selfsame.sealing.c2pa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The assertion that binds a claim to the bytes of its file.
 *
 * @param label of the assertion
 */
record HardBinding(String label, Map<String, Object> content) {
    static final String RANGE = "c2pa.hash.data";

    /** Of the boxes of an ISO base media file. */
    static HardBinding ofBoxes(byte[] sha256) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(
                "exclusions",
                BmffExclusion.mandatory().stream().map(BmffExclusion::toCbor).toList());
        content.put("alg", "sha256");
        content.put("hash", sha256);
        content.put("name", "jumbf manifest");
        return new HardBinding(BmffHash.LABEL, content);
    }

    /** Of all bytes but those from {@code start} on, which hold the manifest. */
    static HardBinding ofRange(byte[] sha256, long start, long length) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("exclusions", List.of(Map.of("start", start, "length", length)));
        content.put("alg", "sha256");
        content.put("hash", sha256);
        content.put("name", "jumbf manifest");
        content.put("pad", new byte[0]);
        return new HardBinding(RANGE, content);
    }
}
