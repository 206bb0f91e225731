package studio.selfsame.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the entries of an export say, each held against its commitment, and the erased ones against their records. */
final class Disclosure implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final ExportFolder.@Nullable Lines lines;
    private final Findings findings;
    /** By place of the erased entry, the place of the record that says so. */
    private final Map<Long, Long> erased = new TreeMap<>();
    /** What records of erasures name. */
    private final Map<Long, Long> named = new HashMap<>();

    private long whole;

    Disclosure(ExportFolder folder, Findings findings) throws UnreadableExportException {
        this.lines = folder.lines(AuditExport.DISCLOSED).orElse(null);
        this.findings = findings;
    }

    /** Entry {@code index}, which comes next. */
    void hold(long index, byte[] commitment) throws UnreadableExportException {
        if (lines == null) {
            return;
        }
        var line = lines.next();
        if (line.isEmpty()) {
            findings.add("entry " + index + " is in the tree, but " + AuditExport.DISCLOSED + " has ended before it");
            return;
        }
        var said = parse(line.get());
        if (!said.path("index").isIntegralNumber() || said.path("index").asLong() != index) {
            findings.add(lines.where() + " is about entry " + said.path("index") + ", where entry " + index
                    + " should be: entries were taken out or put in another order");
        } else if (said.has("erasedBy")) {
            erased.put(index, said.path("erasedBy").asLong(-1));
            if (said.size() != 2) {
                findings.add("entry " + index + " is called erased, but says something");
            }
        } else {
            whole++;
            fault(said, commitment).ifPresent(fault -> findings.add("entry " + index + " " + fault));
            note(index, said);
        }
    }

    private static Optional<String> fault(JsonNode said, byte[] commitment) {
        var entry = said.path("entry").asString("");
        try {
            var salt = Base64.getDecoder().decode(said.path("salt").asString(""));
            if (!Arrays.equals(WrittenEntry.commitment(salt, entry), commitment)) {
                return Optional.of("is not what the tree commits to: its text or its salt was changed");
            }
            var inside = JSON.readTree(entry);
            for (var name : List.of("kind", "subject")) {
                if (!inside.path(name).asString("").equals(said.path(name).asString(""))) {
                    return Optional.of("has another " + name + " beside it than it was recorded with");
                }
            }
            return Instant.parse(inside.path("recordedAt").asString(""))
                            .equals(Instant.parse(said.path("recordedAt").asString("")))
                    ? Optional.empty()
                    : Optional.of("has another time beside it than it was recorded with");
        } catch (IllegalArgumentException | JacksonException | DateTimeException e) {
            return Optional.of("is not an entry of a trail");
        }
    }

    /** Keeps in mind what the record of an erasure names, as far as it is one. */
    private void note(long index, JsonNode said) {
        if (said.path("kind").asString("").equals(EntriesErased.class.getSimpleName())) {
            try {
                var facts = JSON.readTree(said.path("entry").asString("")).path("facts");
                var places = EntriesErased.places(
                                facts.path(EntriesErased.ENTRIES).asString(""), index)
                        .iterator();
                while (places.hasNext()) {
                    // once named twice it is no record, and going on could take for ever
                    if (named.putIfAbsent(places.nextLong(), index) != null) {
                        throw new IllegalArgumentException("an entry is erased once");
                    }
                }
            } catch (IllegalArgumentException | JacksonException e) {
                findings.add("entry " + index + " does not say which entries it erased");
            }
        }
    }

    /** All entries were held. */
    void end() throws UnreadableExportException {
        if (lines != null && lines.next().isPresent()) {
            findings.add(lines.where() + " is about an entry beyond the end of the tree");
        }
        erased.forEach((index, by) -> {
            if (!by.equals(named.get(index))) {
                findings.add("entry " + index + " is gone, and entry " + by + " is no record of its erasure");
            }
        });
        named.forEach((index, by) -> {
            if (!erased.containsKey(index)) {
                findings.add("entry " + index + " was erased by entry " + by
                        + " and is there again: it comes from an old backup");
            }
        });
    }

    List<String> checked() {
        var checked = new ArrayList<String>();
        if (lines == null) {
            checked.add("what the entries say is not in this export");
        } else {
            checked.add(whole + " entries as committed, " + erased.size() + " erased");
        }
        return checked;
    }

    private static JsonNode parse(String line) throws UnreadableExportException {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new UnreadableExportException(AuditExport.DISCLOSED + " holds a line that is not JSON");
        }
    }

    @Override
    public void close() throws UnreadableExportException {
        if (lines != null) {
            lines.close();
        }
    }
}
