package studio.selfsame.vault;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** AES keys in a PKCS#11 token, by label. They are made in it and never leave it. */
final class Pkcs11Token {
    private final Provider provider;
    private final Pkcs11Properties settings;

    private Pkcs11Token(Provider provider, Pkcs11Properties settings) {
        this.provider = provider;
        this.settings = settings;
    }

    static Pkcs11Token open(Pkcs11Properties settings) throws IOException, GeneralSecurityException {
        settings.requireComplete();
        var sun = Security.getProvider("SunPKCS11");
        if (sun == null) {
            throw new GeneralSecurityException("this Java has no PKCS#11 provider (module jdk.crypto.cryptoki)");
        }
        // What follows two hyphens is the configuration itself instead of a file that holds it.
        var configuration = """
                --name = selfsame-vault-%d
                library = "%s"
                slot = %d
                attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                  CKA_ENCRYPT = true
                  CKA_DECRYPT = true
                }
                """.formatted(settings.slot(), settings.library(), settings.slot());
        try {
            var token = new Pkcs11Token(sun.configure(configuration), settings);
            token.labels();
            return token;
        } catch (RuntimeException e) {
            throw unreachable(settings, e);
        }
    }

    Provider provider() {
        return provider;
    }

    List<String> labels() throws IOException, GeneralSecurityException {
        return Collections.list(objects().aliases());
    }

    /** Null when the token has no such key. */
    @Nullable SecretKey key(String label) throws IOException, GeneralSecurityException {
        Key key = objects().getKey(label, null);
        return key instanceof SecretKey secret ? secret : null;
    }

    /** Makes an AES-256 key that cannot be read out. */
    void generate(String label) throws IOException, GeneralSecurityException {
        var generator = KeyGenerator.getInstance("AES", provider);
        generator.init(256);
        try {
            objects().setEntry(label, new KeyStore.SecretKeyEntry(generator.generateKey()), null);
        } catch (ProviderException e) {
            throw new GeneralSecurityException("the token cannot make an AES-256 key", e);
        }
    }

    void delete(String label) throws IOException, GeneralSecurityException {
        objects().deleteEntry(label);
    }

    @Override
    public String toString() {
        return "Pkcs11Token[slot=" + settings.slot() + "]";
    }

    /** As they are now: another process may have made or deleted some. */
    private synchronized KeyStore objects() throws IOException, GeneralSecurityException {
        var pin = settings.pin();
        try {
            var store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return store;
        } catch (IOException | ProviderException e) {
            throw unreachable(settings, e);
        } finally {
            Arrays.fill(pin, ' ');
        }
    }

    private static IOException unreachable(Pkcs11Properties settings, Exception e) {
        return new IOException(
                "the token in slot " + settings.slot() + " of " + settings.library()
                        + " cannot be opened: check selfsame.vault.pkcs11.slot and the PIN",
                e);
    }
}
