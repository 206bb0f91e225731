package studio.selfsame.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What entries said was erased. It names places, not whom they were about.
 *
 * @param entries places in the tree, ascending, e.g. {@code 3-5,9}
 * @param reason code of why, e.g. {@code retention}
 */
record EntriesErased(String entries, String reason) implements AuditRecord {
    /** Of records about the trail itself. */
    static final String SUBJECT = "audit";

    static final String ENTRIES = "entries";

    static EntriesErased of(List<Long> indexes, String reason) {
        var ranges = new ArrayList<String>();
        for (int at = 0; at < indexes.size(); ) {
            int end = at;
            while (end + 1 < indexes.size() && indexes.get(end + 1) == indexes.get(end) + 1) {
                end++;
            }
            ranges.add(at == end ? "" + indexes.get(at) : indexes.get(at) + "-" + indexes.get(end));
            at = end + 1;
        }
        return new EntriesErased(String.join(",", ranges), reason);
    }

    /**
     * The places that {@code entries} names.
     *
     * @param before they all lie before this one
     * @throws IllegalArgumentException when it names none of them so
     */
    static LongStream places(String entries, long before) {
        return Arrays.stream(entries.split(",", -1)).flatMapToLong(range -> {
            if (!range.matches("[0-9]{1,18}(-[0-9]{1,18})?")) {
                throw new IllegalArgumentException("`" + range + "` names no entries");
            }
            int dash = range.indexOf('-');
            long last = Long.parseLong(range.substring(dash + 1));
            if (last >= before) {
                throw new IllegalArgumentException("entry " + last + " came later");
            }
            return LongStream.rangeClosed(dash < 0 ? last : Long.parseLong(range.substring(0, dash)), last);
        });
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(ENTRIES, entries, "reason", reason);
    }
}
