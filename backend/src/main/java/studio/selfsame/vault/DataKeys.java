package studio.selfsame.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * One file per data key, wrapped by the master key. A destroyed key leaves tombstones, which count for more than a key
 * file that somebody puts back. Nothing is cached, so every process on the machine sees a destruction and a rotation of
 * the master key at once.
 */
final class DataKeys {
    static final String KEY_SUFFIX = ".key";
    /** A key file about to be replaced by one that another version of the master key wrapped. */
    static final String DRAFT_SUFFIX = ".rewrapping";

    private final Path folder;
    private final Tombstones tombstones;
    private final MasterKey master;

    /**
     * @param folder of the key files, with a tombstone for each destroyed one
     * @param destroyed folder of the same tombstones once more, apart from the keys
     */
    DataKeys(Path folder, Path destroyed, MasterKey master) throws IOException {
        this.folder = folder;
        this.master = master;
        this.tombstones = new Tombstones(folder, destroyed);
        // What a power cut interrupted or a backup brought back is destroyed at the next start.
        for (var id : tombstones.all()) {
            destroy(id);
        }
    }

    DataKeyId create() throws IOException, GeneralSecurityException {
        var bare = SecretBytes.randomBytes(LikenessCipher.KEY_BYTES).toByteArray(InsecureSecretKeyAccess.get());
        try {
            while (true) {
                var id = new DataKeyId(UUID.randomUUID());
                var wrapped = master.wrap(bare, context(id));
                PrivateFiles.createIfAbsent(key(id), wrapped);
                if (isWrappedByCurrent(wrapped)) {
                    return id;
                }
                // A rotation began in between and may have looked for key files before this one was there; or it is
                // about
                // to put one in its place, which only a tombstone undoes.
                destroy(id);
            }
        } finally {
            Arrays.fill(bare, (byte) 0);
        }
    }

    /** The cipher of a key. Throws {@link KeyDestroyedException} when it is gone. */
    StreamingAead cipher(DataKeyId id) throws IOException, GeneralSecurityException {
        var wrapped = wrapped(id);
        while (true) {
            try {
                var bare = master.unwrap(wrapped, context(id));
                try {
                    return LikenessCipher.of(bare);
                } finally {
                    Arrays.fill(bare, (byte) 0);
                }
            } catch (GeneralSecurityException e) {
                // Was it wrapped anew between reading the key file and reading the master key?
                var again = wrapped(id);
                if (Arrays.equals(again, wrapped)) {
                    throw e;
                }
                wrapped = again;
            }
        }
    }

    /** Tombstones first: from the first of them on the key is destroyed, whatever happens to this process. */
    void destroy(DataKeyId id) throws IOException {
        tombstones.put(id);
        shredIfPresent(key(id));
        shredIfPresent(draft(id));
    }

    boolean isDestroyed(DataKeyId id) {
        return tombstones.stands(id);
    }

    /** All that were destroyed, as far as the tombstones tell. */
    Iterable<DataKeyId> destroyed() throws IOException {
        return tombstones.all();
    }

    /** All that have a key file. */
    List<DataKeyId> all() throws IOException {
        return DataKeyId.namedIn(folder, KEY_SUFFIX);
    }

    /** The name of the version of the master key that wrapped a key. */
    String wrappedBy(DataKeyId id, RotatingMasterKey rotating) throws IOException, GeneralSecurityException {
        return rotating.versionOf(wrapped(id));
    }

    /** Wraps a key by the master key's present version and puts it in the place of its file. */
    void rewrap(DataKeyId id) throws IOException, GeneralSecurityException {
        var bare = master.unwrap(wrapped(id), context(id));
        try {
            PrivateFiles.replace(key(id), draft(id), master.wrap(bare, context(id)));
        } finally {
            Arrays.fill(bare, (byte) 0);
            if (isDestroyed(id)) {
                // Destroyed meanwhile: what was put in its place goes the same way.
                destroy(id);
            }
        }
    }

    /** Removes what a killed rotation was about to put in place; nobody but a rotation makes these. */
    void clearDrafts() throws IOException {
        for (var id : DataKeyId.namedIn(folder, DRAFT_SUFFIX)) {
            shredIfPresent(draft(id));
        }
    }

    private byte[] wrapped(DataKeyId id) throws IOException {
        if (isDestroyed(id)) {
            throw new KeyDestroyedException(id);
        }
        try {
            return Files.readAllBytes(key(id));
        } catch (NoSuchFileException e) {
            if (isDestroyed(id)) {
                throw new KeyDestroyedException(id);
            }
            throw new NoSuchFileException("data key " + id.value());
        }
    }

    private boolean isWrappedByCurrent(byte[] wrapped) throws IOException, GeneralSecurityException {
        return !(master instanceof RotatingMasterKey rotating)
                || rotating.versionOf(wrapped).equals(rotating.versions().getLast());
    }

    private static void shredIfPresent(Path file) throws IOException {
        try {
            PrivateFiles.shred(file);
        } catch (NoSuchFileException e) {
            // Already gone, here or through another process.
        }
    }

    private Path key(DataKeyId id) {
        return folder.resolve(id.value() + KEY_SUFFIX);
    }

    private Path draft(DataKeyId id) {
        return folder.resolve(id.value() + DRAFT_SUFFIX);
    }

    private static byte[] context(DataKeyId id) {
        return ("selfsame data key " + id.value()).getBytes(StandardCharsets.UTF_8);
    }
}
