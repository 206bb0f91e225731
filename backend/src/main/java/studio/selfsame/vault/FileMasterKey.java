package studio.selfsame.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.ConfigurationV0;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** An AES-256-GCM key in a Tink JSON keyset file that only its owner can read. */
final class FileMasterKey implements MasterKey {
    private final Aead aead;

    private FileMasterKey(Aead aead) {
        this.aead = aead;
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
            var generated = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            var json = TinkJsonProtoKeysetFormat.serializeKeyset(generated, InsecureSecretKeyAccess.get());
            PrivateFiles.createIfAbsent(file, json.getBytes(StandardCharsets.UTF_8));
        }
        var keyset = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        return new FileMasterKey(keyset.getPrimitive(ConfigurationV0.get(), Aead.class));
    }

    @Override
    public byte[] wrap(byte[] dataKey, byte[] context) throws GeneralSecurityException {
        return aead.encrypt(dataKey, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
        return aead.decrypt(wrapped, context);
    }

    @Override
    public String toString() {
        return "FileMasterKey";
    }
}
