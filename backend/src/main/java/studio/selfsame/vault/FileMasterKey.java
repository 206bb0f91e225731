package studio.selfsame.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.ConfigurationV0;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * AES-256-GCM keys in a Tink JSON keyset file that only its owner can read; Tink's primary key is the version that
 * wraps. The file is read at every use, so that running processes go on through a rotation.
 */
final class FileMasterKey implements RotatingMasterKey {
    // Tink's prefix of a ciphertext: a byte that says that there is one, and the id of the key that made it.
    private static final byte TINK = 1;
    private static final int PREFIX_BYTES = 5;

    private final Path file;

    private FileMasterKey(Path file) {
        this.file = file;
    }

    /**
     * Opens the key at {@code file}, generating it on the first start. A second process starting at the same moment
     * gets the same key.
     *
     * @param dataKeys where wrapped data keys lie; while there are any, a missing master key is never replaced by a new
     *     one, which could unwrap none of them
     */
    static FileMasterKey openOrGenerate(Path file, Path dataKeys) throws IOException, GeneralSecurityException {
        AeadConfig.register();
        PrivateFiles.createDirectories(PrivateFiles.folderOf(file));
        if (!Files.exists(file)) {
            if (PrivateFiles.anyWithSuffix(dataKeys, DataKeys.KEY_SUFFIX)) {
                throw new IOException("the master key " + file + " is missing, but there are data keys wrapped by it"
                        + " in " + dataKeys + ": put the master key back from its backup");
            }
            PrivateFiles.createIfAbsent(file, json(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)));
        }
        var master = new FileMasterKey(file);
        master.keyset();
        return master;
    }

    @Override
    public byte[] wrap(byte[] dataKey, byte[] context) throws IOException, GeneralSecurityException {
        return aead().encrypt(dataKey, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) throws IOException, GeneralSecurityException {
        return aead().decrypt(wrapped, context);
    }

    @Override
    public List<String> versions() throws IOException, GeneralSecurityException {
        // A new version is added at the end and made primary in one step.
        var keyset = keyset();
        return IntStream.range(0, keyset.size())
                .mapToObj(i -> name(keyset.getAt(i).getId()))
                .toList();
    }

    @Override
    public String versionOf(byte[] wrapped) throws GeneralSecurityException {
        if (wrapped.length < PREFIX_BYTES || wrapped[0] != TINK) {
            throw new GeneralSecurityException("not wrapped by a master key in a keyset file");
        }
        return name(ByteBuffer.wrap(wrapped).getInt(1));
    }

    @Override
    public void addVersion() throws IOException, GeneralSecurityException {
        replace(KeysetHandle.newBuilder(keyset())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    @Override
    public void dropVersion(String version) throws IOException, GeneralSecurityException {
        var keyset = keyset();
        var fewer = KeysetHandle.newBuilder();
        for (int i = 0; i < keyset.size(); i++) {
            var entry = keyset.getAt(i);
            if (!name(entry.getId()).equals(version)) {
                var kept = KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId());
                fewer.addEntry(entry.isPrimary() ? kept.makePrimary() : kept);
            }
        }
        replace(fewer.build());
    }

    @Override
    public String toString() {
        return "FileMasterKey";
    }

    private Aead aead() throws IOException, GeneralSecurityException {
        return keyset().getPrimitive(ConfigurationV0.get(), Aead.class);
    }

    private KeysetHandle keyset() throws IOException, GeneralSecurityException {
        var json = read();
        while (true) {
            try {
                return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
            } catch (GeneralSecurityException e) {
                // A file that was opened just before it was replaced is read as it is wiped.
                var again = read();
                if (again.equals(json)) {
                    throw new GeneralSecurityException("the master key " + file + " is damaged", e);
                }
                json = again;
            }
        }
    }

    private String read() throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    private void replace(KeysetHandle keyset) throws IOException, GeneralSecurityException {
        PrivateFiles.replace(file, file.resolveSibling("." + file.getFileName() + ".rotating"), json(keyset));
    }

    private static byte[] json(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String name(int id) {
        return "%08x".formatted(id);
    }
}
