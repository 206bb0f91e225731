package studio.selfsame.vault;

import java.io.IOException;
import java.security.GeneralSecurityException;

/**
 * Wraps data keys. The studio's own lies in a file or in a PKCS#11 token ({@code selfsame.vault.master-key}); a key
 * management service takes its place by being the application's {@code MasterKey} bean. Used by many threads at once.
 */
public interface MasterKey {
    /**
     * @param dataKey the bare key, 32 bytes
     * @param context bound in: unwrapping needs the same bytes
     * @return ciphertext, authenticated
     * @throws IOException when the master key cannot be reached
     */
    byte[] wrap(byte[] dataKey, byte[] context) throws IOException, GeneralSecurityException;

    /** The bare key; throws when {@code wrapped} or {@code context} is not what was wrapped. */
    byte[] unwrap(byte[] wrapped, byte[] context) throws IOException, GeneralSecurityException;
}
