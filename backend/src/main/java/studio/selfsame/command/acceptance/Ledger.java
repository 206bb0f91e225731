package studio.selfsame.command.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of this run and of earlier ones. Each is written as soon as it is known, so that a run that is stopped loses none,
 * and parts of the bench that are run one after the other make one table.
 */
final class Ledger {
    static final String FILE = "watermark-bench.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final @Nullable Path file;
    private final boolean quick;
    private final boolean again;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Row> ours = new LinkedHashMap<>();

    private Ledger(@Nullable Path file, boolean quick, boolean again) {
        this.file = file;
        this.quick = quick;
        this.again = again;
    }

    /**
     * A row and what it was measured on.
     *
     * @param material names of the clips or tracks
     * @param quick whether by the quick part's presets and searches
     * @param measured ISO 8601, UTC
     */
    private record Entry(Row row, List<String> material, boolean quick, String measured) {
        boolean isOf(String attack, List<String> names, boolean quickly) {
            return row.attack().equals(attack) && material.equals(names) && quick == quickly;
        }
    }

    /** What the file of a ledger holds. */
    private record Page(List<Entry> rows) {}

    /** One that forgets. */
    static Ledger none() {
        return new Ledger(null, false, false);
    }

    /**
     * Goes on with what is in the folder, if there is one.
     *
     * @param again whether what was measured already is measured anew
     */
    static Ledger in(Optional<Path> folder, boolean quick, boolean again) throws IOException {
        if (folder.isEmpty()) {
            return new Ledger(null, quick, again);
        }
        Path file = Files.createDirectories(folder.get()).resolve(FILE);
        Ledger ledger = new Ledger(file, quick, again);
        if (Files.exists(file)) {
            ledger.entries.addAll(read(file));
        }
        return ledger;
    }

    private static List<Entry> read(Path file) throws IOException {
        String refusal = file + " does not hold rows of this bench: delete it, or name another --out";
        try {
            @Nullable Page page = JSON.readValue(Files.readString(file), Page.class);
            if (page == null || page.rows() == null || !page.rows().stream().allMatch(Ledger::whole)) {
                throw new IOException(refusal);
            }
            return page.rows();
        } catch (JacksonException broken) {
            throw new IOException(refusal, broken);
        }
    }

    private static boolean whole(@Nullable Entry entry) {
        return entry != null
                && entry.material() != null
                && entry.row() != null
                && entry.row().attack() != null
                && entry.row().tier() != null
                && entry.row().missed() != null;
    }

    /** The row of an attack on just this material, if it was measured already and that will do. */
    Optional<Row> known(Attack attack, List<Marked> files) {
        if (again) {
            return Optional.empty();
        }
        Optional<Row> known = entries.stream()
                .filter(entry -> entry.isOf(attack.label(), names(files), quick))
                .map(Entry::row)
                .findFirst();
        known.ifPresent(row -> ours.put(row.attack(), row));
        return known;
    }

    /** Notes a row of this run; one with a failure is not kept for later ones. */
    void add(Row row, List<Marked> files) throws IOException {
        ours.put(row.attack(), row);
        if (file == null || row.failed()) {
            return;
        }
        entries.removeIf(entry -> entry.isOf(row.attack(), names(files), quick));
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        entries.add(new Entry(row, names(files), quick, now));
        Path beside = file.resolveSibling(FILE + ".new");
        Files.writeString(beside, JSON.writeValueAsString(new Page(entries)));
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** One row for each attack, in their order: that of this run or else, of earlier ones, that on most material. */
    List<Row> rows(List<Attack> attacks) {
        List<Row> rows = new ArrayList<>();
        for (Attack attack : attacks) {
            Row best = ours.get(attack.label());
            for (Entry entry : entries) {
                boolean more = best == null || entry.row().attempts() > best.attempts();
                if (!ours.containsKey(attack.label()) && entry.row().attack().equals(attack.label()) && more) {
                    best = entry.row();
                }
            }
            if (best != null) {
                rows.add(best);
            }
        }
        return rows;
    }

    private static List<String> names(List<Marked> files) {
        return files.stream().map(Marked::name).toList();
    }
}
