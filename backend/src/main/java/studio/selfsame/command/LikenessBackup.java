package studio.selfsame.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.selfsame.host.EmbeddedStudio;
import studio.selfsame.vault.DataKeyId;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;
import studio.selfsame.vault.Vault;

/**
 * Everything sealed of one likeness as a backup of object store and database keeps it, which are backed up together and
 * without the key folder (docs/keys.md). Put back, it shows whether what was destroyed since can be read after all.
 */
public final class LikenessBackup {
    private final JdbcClient jdbc;
    private final ObjectStore store;
    private final Vault vault;
    private final DataKeyId key;
    private final List<Kept> kept;

    private record Kept(ObjectKey key, byte[] sealed) {}

    private LikenessBackup(EmbeddedStudio studio, DataKeyId key, List<Kept> kept) {
        this.jdbc = studio.room(JdbcClient.class);
        this.store = studio.room(ObjectStore.class);
        this.vault = studio.room(Vault.class);
        this.key = key;
        this.kept = kept;
    }

    /**
     * Takes it now; the studio keeps its objects below its home.
     *
     * @param folders of the object store, e.g. {@code likeness/ID}
     */
    public static LikenessBackup take(EmbeddedStudio studio, Path home, String enrolmentId, List<String> folders) {
        UUID key = studio.room(JdbcClient.class)
                .sql("select data_key from enrolment where id = ?::uuid")
                .param(enrolmentId)
                .query(UUID.class)
                .single();
        Path objects = home.resolve("objects");
        List<Kept> kept = new ArrayList<>();
        folders.forEach(folder -> keep(objects, objects.resolve(folder), kept));
        return new LikenessBackup(studio, new DataKeyId(key), kept);
    }

    /** What it holds, e.g. {@code likeness/ID/1/model}. */
    public List<String> objects() {
        return kept.stream().map(one -> one.key().value()).toList();
    }

    /** Puts object store and database back as they were, and tells which objects can then be read; nothing of it stays. */
    public List<String> readable() {
        List<String> readable = new ArrayList<>();
        var destroyed = jdbc.sql("select destroyed_at::text from data_key where id = ?")
                .param(key.value())
                .query(String.class)
                .optional();
        jdbc.sql("update data_key set destroyed_at = null where id = ?")
                .param(key.value())
                .update();
        for (Kept one : kept) {
            if (opens(one)) {
                readable.add(one.key().value());
            }
        }
        destroyed.ifPresent(at -> jdbc.sql("update data_key set destroyed_at = ?::timestamptz where id = ?")
                .params(at, key.value())
                .update());
        return readable;
    }

    private boolean opens(Kept one) {
        try {
            boolean there = store.exists(one.key());
            store.put(one.key(), out -> out.write(one.sealed()));
            try (var open = vault.open(key, one.key())) {
                return Channels.newInputStream(open).read() >= 0;
            } catch (IOException unreadable) {
                return false;
            } finally {
                if (!there) {
                    store.delete(one.key());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(Path objects, Path folder, List<Kept> kept) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var key = new ObjectKey(objects.relativize(file).toString().replaceFirst("@$", ""));
                kept.add(new Kept(key, Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
