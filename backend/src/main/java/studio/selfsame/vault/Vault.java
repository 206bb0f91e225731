package studio.selfsame.vault;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Optional;

/**
 * Envelope encryption: every object is sealed with a data key (AES-256-GCM streaming, Google Tink), every data key is
 * wrapped by the master key and kept outside the database. The object key is bound in as associated data.
 */
public interface Vault {
    /** Makes a data key. */
    DataKeyId createKey();

    /** Seals what {@code content} writes into the object store. Throws {@link KeyDestroyedException} after destruction. */
    void seal(DataKeyId dataKey, ObjectKey object, ObjectStore.Content content) throws IOException;

    /** Decrypting random access, constant memory, no plaintext on disk. */
    SeekableByteChannel open(DataKeyId dataKey, ObjectKey object) throws IOException;

    /** Convenience for small objects. */
    byte[] read(DataKeyId dataKey, ObjectKey object) throws IOException;

    /** Destroys the key for good; idempotent. Not undone by any backup of the database. */
    void destroy(DataKeyId dataKey);

    boolean isDestroyed(DataKeyId dataKey);

    /** When the key was destroyed; empty while it is not. */
    Optional<Instant> destroyedAt(DataKeyId dataKey);
}
