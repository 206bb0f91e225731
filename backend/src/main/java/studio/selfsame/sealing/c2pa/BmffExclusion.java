package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A root box that the hash leaves out.
 *
 * @param type four letters
 * @param matches bytes that must stand at offsets in the box for it to be left out
 */
record BmffExclusion(String type, List<Match> matches) {
    private static final Set<String> KNOWN = Set.of("uuid", "ftyp", "mfra");

    record Match(long offset, byte[] value) {}

    /** What every file leaves out, and nothing more (C2PA 2.4, section 18.7). */
    static List<BmffExclusion> mandatory() {
        return List.of(
                new BmffExclusion("uuid", List.of(new Match(8, ManifestBox.uuid()))),
                new BmffExclusion("ftyp", List.of()),
                new BmffExclusion("mfra", List.of()));
    }

    boolean isMandatory() {
        return KNOWN.contains(type) && (!type.equals("uuid") || !matches.isEmpty());
    }

    boolean covers(SeekableByteChannel file, BmffBox box) throws IOException {
        if (!box.type().equals(type)) {
            return false;
        }
        for (Match match : matches) {
            if (match.offset() > box.size() - match.value().length) {
                return false;
            }
            byte[] there = BmffWalker.read(file, box.offset() + match.offset(), match.value().length)
                    .array();
            if (!Arrays.equals(there, match.value())) {
                return false;
            }
        }
        return true;
    }

    Map<String, Object> toCbor() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("xpath", "/" + type);
        if (!matches.isEmpty()) {
            map.put(
                    "data",
                    matches.stream()
                            .map(match -> Map.of("offset", match.offset(), "value", match.value()))
                            .toList());
        }
        return map;
    }

    /** Reads what a claim says; nested paths and partial exclusions are not supported and refused. */
    static BmffExclusion of(Map<?, ?> map) throws MalformedCredentialsException {
        if (!(map.get("xpath") instanceof String path) || !path.matches("/[^/\\[\\]]{4}")) {
            throw new MalformedCredentialsException("an exclusion other than of a root box");
        }
        for (String narrowing : List.of("subset", "length", "version", "flags", "exact")) {
            if (map.get(narrowing) != null) {
                throw new MalformedCredentialsException("an exclusion narrowed by " + narrowing);
            }
        }
        List<Match> matches = new ArrayList<>();
        if (map.get("data") instanceof List<?> data) {
            for (Object item : data) {
                if (!(item instanceof Map<?, ?> match)
                        || !(match.get("offset") instanceof Long offset)
                        || !(match.get("value") instanceof byte[] value)
                        || offset < 0
                        || value.length > 4096) {
                    throw new MalformedCredentialsException("an exclusion with broken data");
                }
                matches.add(new Match(offset, value));
            }
        }
        return new BmffExclusion(path.substring(1), List.copyOf(matches));
    }
}
