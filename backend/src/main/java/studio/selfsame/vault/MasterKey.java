package studio.selfsame.vault;

import java.security.GeneralSecurityException;

/**
 * Wraps data keys. The studio's own keeps its key in a file; a key management service or a PKCS#11 token takes its
 * place by being the application's {@code MasterKey} bean.
 */
public interface MasterKey {
    /**
     * @param dataKey the bare key
     * @param context bound in: unwrapping needs the same bytes
     * @return ciphertext, authenticated
     */
    byte[] wrap(byte[] dataKey, byte[] context) throws GeneralSecurityException;

    /** The bare key; throws when {@code wrapped} or {@code context} is not what was wrapped. */
    byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException;
}
