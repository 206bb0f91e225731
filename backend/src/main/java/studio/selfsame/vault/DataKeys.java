package studio.selfsame.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

/**
 * One file per data key, wrapped by the master key. A destroyed key leaves a tombstone, which counts for more than a key
 * file that somebody puts back. Nothing is cached, so every process on the machine sees a destruction at once.
 */
final class DataKeys {
    static final String KEY_SUFFIX = ".key";
    private static final String TOMBSTONE_SUFFIX = ".destroyed";

    private static final AesGcmHkdfStreamingParameters PARAMETERS = parameters();

    private final Path folder;
    private final MasterKey master;

    DataKeys(Path folder, MasterKey master) throws IOException {
        this.folder = folder;
        this.master = master;
        PrivateFiles.createDirectories(folder);
        finishDestructions();
    }

    DataKeyId create() throws IOException, GeneralSecurityException {
        var id = new DataKeyId(UUID.randomUUID());
        var bare = SecretBytes.randomBytes(PARAMETERS.getKeySizeBytes()).toByteArray(InsecureSecretKeyAccess.get());
        PrivateFiles.createIfAbsent(key(id), master.wrap(bare, context(id)));
        Arrays.fill(bare, (byte) 0);
        return id;
    }

    /** The cipher of a key, AES-256-GCM in segments of 64 KiB. Throws {@link KeyDestroyedException} when it is gone. */
    @AccessesPartialKey
    StreamingAead cipher(DataKeyId id) throws IOException, GeneralSecurityException {
        if (isDestroyed(id)) {
            throw new KeyDestroyedException(id);
        }
        byte[] wrapped;
        try {
            wrapped = Files.readAllBytes(key(id));
        } catch (NoSuchFileException e) {
            if (isDestroyed(id)) {
                throw new KeyDestroyedException(id);
            }
            throw new IOException("no data key " + id.value(), e);
        }
        var bare = master.unwrap(wrapped, context(id));
        var secret = SecretBytes.copyFrom(bare, InsecureSecretKeyAccess.get());
        Arrays.fill(bare, (byte) 0);
        return AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(PARAMETERS, secret));
    }

    void destroy(DataKeyId id) throws IOException {
        PrivateFiles.createIfAbsent(tombstone(id), new byte[0]);
        shredIfPresent(id);
    }

    boolean isDestroyed(DataKeyId id) {
        return Files.exists(tombstone(id));
    }

    /** A destruction that a power cut interrupted is finished at the next start. */
    private void finishDestructions() throws IOException {
        try (var tombstones = Files.newDirectoryStream(folder, "*" + TOMBSTONE_SUFFIX)) {
            for (var tombstone : tombstones) {
                var name = tombstone.getFileName().toString();
                shredIfPresent(
                        new DataKeyId(UUID.fromString(name.substring(0, name.length() - TOMBSTONE_SUFFIX.length()))));
            }
        }
    }

    private void shredIfPresent(DataKeyId id) throws IOException {
        try {
            PrivateFiles.shred(key(id));
        } catch (NoSuchFileException e) {
            // Already gone, here or through another process.
        }
    }

    private Path key(DataKeyId id) {
        return folder.resolve(id.value() + KEY_SUFFIX);
    }

    private Path tombstone(DataKeyId id) {
        return folder.resolve(id.value() + TOMBSTONE_SUFFIX);
    }

    private static byte[] context(DataKeyId id) {
        return ("selfsame data key " + id.value()).getBytes(StandardCharsets.UTF_8);
    }

    private static AesGcmHkdfStreamingParameters parameters() {
        try {
            return AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(32)
                    .setDerivedAesGcmKeySizeBytes(32)
                    .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(64 * 1024)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault's cipher is misconfigured", e);
        }
    }
}
