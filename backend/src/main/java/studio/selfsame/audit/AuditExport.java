package studio.selfsame.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole log as files: {@code public/} in the layout of C2SP tlog-tiles, which anybody may have, and {@code operator/}
 * with what the entries say.
 */
@Service
public class AuditExport {
    static final String PUBLIC = "public";
    static final String DISCLOSED = "operator/entries.jsonl";
    static final String CHECKPOINT = "checkpoint";
    static final String HISTORY = "checkpoints.jsonl";
    static final String KEY = "key";
    private static final int AT_ONCE = 1_000;

    private final AuditRows rows;
    private final Tiles tiles;
    private final Checkpoints checkpoints;
    private final CheckpointRows kept;
    private final CheckpointKey key;
    private final ApplicationEventPublisher events;
    private final PlatformTransactionManager transactions;
    private final JsonMapper json = new JsonMapper();

    AuditExport(
            AuditRows rows,
            Tiles tiles,
            Checkpoints checkpoints,
            CheckpointRows kept,
            CheckpointKey key,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.kept = kept;
        this.key = key;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * What was written.
     *
     * @param size entries in the log
     * @param trouble why no new checkpoint could be signed: the newest that was kept is the export's
     */
    public record Written(long size, Optional<String> trouble) {}

    /**
     * Writes the log up to a checkpoint of now. A trail that was tampered with is written as it lies there, up to the
     * newest checkpoint that was kept.
     *
     * @param folder does not exist yet, or is empty
     * @param disclose whether to write what the entries say, too; that is put on the trail
     * @throws ProblemException when the folder is in use, or there is nothing to export
     */
    public Written write(Path folder, boolean disclose) throws IOException {
        requireEmpty(folder);
        Optional<String> trouble = Optional.empty();
        try {
            if (disclose) {
                new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> events.publishEvent(new TrailDisclosed()));
            }
            checkpoints.take();
        } catch (ProblemException broken) {
            trouble = Optional.of(broken.problem().cause());
        } catch (DataAccessException broken) {
            trouble = Optional.of("The tree in the database takes no new entries.");
        }
        var newest = kept.newest()
                .orElseThrow(() -> ProblemException.unusable(
                        "audit",
                        "The trail cannot be signed, and no checkpoint of it was ever kept.",
                        "Nothing was exported.",
                        "Look after the database: its tree and its entries do not belong together."));
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        try {
            reading.executeWithoutResult(status -> {
                try {
                    writePublic(folder.resolve(PUBLIC), newest);
                    if (disclose) {
                        writeDisclosed(folder.resolve(DISCLOSED), newest.size());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
        return new Written(newest.size(), trouble);
    }

    private void writePublic(Path folder, StoredCheckpoint newest) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(CHECKPOINT), kept.cosigned(newest));
        Files.writeString(folder.resolve(KEY), key.verifier() + "\n");
        try (var out = Files.newBufferedWriter(folder.resolve(HISTORY))) {
            for (long above = -1; above < newest.size(); ) {
                for (var earlier : kept.above(above, AT_ONCE)) {
                    line(out, Map.of("note", kept.cosigned(earlier)));
                    above = earlier.size();
                }
            }
        }
        for (int level = TilePath.ENTRIES; level < TilePath.LEVELS; level++) {
            long full = TilePath.hashes(level, newest.size()) / TilePath.FULL;
            for (long index = 0; index < full; index++) {
                writeTile(folder, new TilePath(level, index, TilePath.FULL));
            }
            var partial = TilePath.partial(level, newest.size());
            if (partial.isPresent()) {
                writeTile(folder, partial.get());
            }
        }
    }

    /** What was torn out of the tree is not there in the export either; the verifier says so. */
    private void writeTile(Path folder, TilePath path) throws IOException {
        var bytes = path.level() == TilePath.ENTRIES
                ? Optional.of(tiles.bundle(path.index() * TilePath.FULL, path.width()))
                : tiles.read(path);
        if (bytes.isPresent()) {
            var file = folder.resolve("tile/" + path);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, bytes.get());
        }
    }

    private void writeDisclosed(Path file, long size) throws IOException {
        Files.createDirectories(
                Objects.requireNonNull(file.getParent()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newBufferedWriter(file)) {
            for (long from = 0; from < size; from += AT_ONCE) {
                for (var entry : rows.entries(from, Math.min(AT_ONCE, size - from))) {
                    line(out, disclosed(entry));
                }
            }
        }
    }

    private static Map<String, Object> disclosed(StoredEntry entry) {
        var line = new LinkedHashMap<String, Object>();
        line.put("index", entry.index());
        entry.erasedBy().ifPresent(by -> line.put("erasedBy", by));
        entry.recordedAt().ifPresent(at -> line.put("recordedAt", at.toString()));
        entry.kind().ifPresent(kind -> line.put("kind", kind));
        entry.subject().ifPresent(subject -> line.put("subject", subject));
        entry.salt().ifPresent(salt -> line.put("salt", Base64.getEncoder().encodeToString(salt)));
        entry.entry().ifPresent(text -> line.put("entry", text));
        return line;
    }

    private void line(BufferedWriter out, Map<String, Object> object) throws IOException {
        out.write(json.writeValueAsString(object));
        out.write('\n');
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var there = Files.newDirectoryStream(folder)) {
                if (!there.iterator().hasNext()) {
                    return;
                }
            }
            throw ProblemException.unusable(
                    "audit",
                    "The folder `" + folder + "` is not empty.",
                    "Nothing was exported.",
                    "Name a folder that does not exist yet.");
        }
    }
}
