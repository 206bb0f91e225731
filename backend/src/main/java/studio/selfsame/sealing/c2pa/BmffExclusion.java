package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Boxes that the hash leaves out, or parts of them (C2PA 2.4, section 18.6).
 *
 * @param path from the root to the boxes
 * @param length that a box must have to be left out; empty for any
 * @param matches bytes that must stand at offsets in the box for it to be left out
 * @param header what version and flags it must have
 * @param subset ranges of the box, relative to its start, that are left out; all of it where empty
 */
record BmffExclusion(List<Step> path, OptionalLong length, List<Match> matches, Header header, List<ByteRange> subset) {
    private static final Set<String> KNOWN = Set.of("uuid", "ftyp", "mfra");
    private static final Pattern STEP = Pattern.compile("/([^/\\[\\]]{4})(?:\\[(\\d{1,5})])?", Pattern.DOTALL);
    private static final int MOST_STEPS = 16;
    private static final int MOST_PARTS = 100;
    private static final int MOST_BYTES = 4096;

    record Match(long offset, byte[] value) {}

    /**
     * @param type four letters
     * @param nth among its siblings of that type, from 1; 0 for all
     */
    record Step(String type, int nth) {}

    /**
     * Version and flags of a full box.
     *
     * @param version -1 for any
     * @param flags three bytes; none for any
     * @param exact whether the flags must be these, or merely all be set
     */
    record Header(int version, byte[] flags, boolean exact) {
        static final Header ANY = new Header(-1, new byte[0], true);

        boolean fits(byte[] there) {
            if (version >= 0 && there[0] != (byte) version) {
                return false;
            }
            for (int i = 0; i < flags.length; i++) {
                if (exact ? there[i + 1] != flags[i] : (there[i + 1] & flags[i]) != flags[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    BmffExclusion {
        path = List.copyOf(path);
        matches = List.copyOf(matches);
        subset = List.copyOf(subset);
    }

    private static BmffExclusion root(String type, List<Match> matches) {
        return new BmffExclusion(List.of(new Step(type, 0)), OptionalLong.empty(), matches, Header.ANY, List.of());
    }

    /** What every file leaves out, and nothing more (C2PA 2.4, section 18.7). */
    static List<BmffExclusion> mandatory() {
        return List.of(
                root("uuid", List.of(new Match(8, ManifestBox.uuid()))),
                root("ftyp", List.of()),
                root("mfra", List.of()));
    }

    boolean isMandatory() {
        boolean ours = matches.stream()
                .anyMatch(match -> match.offset() == 8 && Arrays.equals(match.value(), ManifestBox.uuid()));
        return path.size() == 1 && KNOWN.contains(type()) && (!type().equals("uuid") || ours);
    }

    /** Of the boxes. */
    String type() {
        return path.getLast().type();
    }

    /** Whether it leaves out boxes at the root, and all of them that it names. */
    boolean isPlain() {
        return path.size() == 1 && path.getFirst().nth() == 0 && subset.isEmpty();
    }

    /** Whether a box that the path leads to is meant. */
    boolean covers(SeekableByteChannel file, BmffBox box) throws IOException {
        if (!box.type().equals(type()) || length.isPresent() && length.getAsLong() != box.size()) {
            return false;
        }
        if (header.version >= 0 || header.flags.length > 0) {
            if (box.size() < box.headerBytes() + 4
                    || !header.fits(
                            BmffWalker.read(file, box.contentOffset(), 4).array())) {
                return false;
            }
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
        map.put("xpath", "/" + type());
        if (!matches.isEmpty()) {
            map.put(
                    "data",
                    matches.stream()
                            .map(match -> Map.of("offset", match.offset(), "value", match.value()))
                            .toList());
        }
        return map;
    }

    /** Reads what a claim says. */
    static BmffExclusion of(Map<?, ?> map) throws MalformedCredentialsException {
        List<Match> matches = new ArrayList<>();
        for (Map<?, ?> match : maps(map.get("data"))) {
            if (!(match.get("offset") instanceof Long offset)
                    || !(match.get("value") instanceof byte[] value)
                    || offset < 0
                    || value.length > MOST_BYTES) {
                throw new MalformedCredentialsException("an exclusion with broken data");
            }
            matches.add(new Match(offset, value));
        }
        List<ByteRange> subset = new ArrayList<>();
        for (Map<?, ?> part : maps(map.get("subset"))) {
            if (!(part.get("offset") instanceof Long offset)
                    || !(part.get("length") instanceof Long bytes)
                    || offset < 0
                    || bytes < 0) {
                throw new MalformedCredentialsException("an exclusion of a broken part");
            }
            subset.add(new ByteRange(offset, bytes));
        }
        OptionalLong length = map.get("length") instanceof Long bytes ? OptionalLong.of(bytes) : OptionalLong.empty();
        return new BmffExclusion(path(map.get("xpath")), length, matches, header(map), subset);
    }

    private static Header header(Map<?, ?> map) throws MalformedCredentialsException {
        byte[] flags = map.get("flags") instanceof byte[] bytes ? bytes : new byte[0];
        long version = map.get("version") instanceof Long number ? number : -1;
        if (flags.length != 0 && flags.length != 3 || version > 255) {
            throw new MalformedCredentialsException("an exclusion by flags or version that no box has");
        }
        return new Header((int) version, flags, !Boolean.FALSE.equals(map.get("exact")));
    }

    private static List<Step> path(@Nullable Object xpath) throws MalformedCredentialsException {
        List<Step> steps = new ArrayList<>();
        int end = 0;
        if (xpath instanceof String text) {
            Matcher matcher = STEP.matcher(text);
            while (matcher.find() && matcher.start() == end) {
                steps.add(
                        new Step(matcher.group(1), matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2))));
                end = matcher.end();
            }
            if (end == text.length() && !steps.isEmpty() && steps.size() <= MOST_STEPS) {
                return steps;
            }
        }
        throw new MalformedCredentialsException("an exclusion that leads to no box");
    }

    private static List<Map<?, ?>> maps(@Nullable Object field) throws MalformedCredentialsException {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (field instanceof List<?> list) {
            for (Object item : list) {
                if (!(item instanceof Map<?, ?> map) || maps.size() == MOST_PARTS) {
                    throw new MalformedCredentialsException("an exclusion of too many parts");
                }
                maps.add(map);
            }
        }
        return maps;
    }
}
