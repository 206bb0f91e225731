package studio.selfsame.watermark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that places the mark. Whoever has it can read, forge and remove marks; nobody else can.
 *
 * <p>The secret never leaves this class: every pattern comes from a {@link #derive derived} key, whose label carries the
 * {@linkplain #FORMAT_VERSION format version}, so that marks of different versions cannot be confused.
 */
public final class WatermarkKey {
    static final int FORMAT_VERSION = 1;
    private static final int LEAST_SECRET_BYTES = 32;
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final String keyId;
    private final byte[] secret;

    private WatermarkKey(String keyId, byte[] secret) {
        this.keyId = keyId;
        this.secret = secret;
    }

    /**
     * A key with the given secret.
     *
     * @param keyId public name of the key, 1 to 64 letters, digits, dots, underscores, colons or hyphens
     * @param secret at least 32 bytes from a cryptographic random source; copied
     * @throws IllegalArgumentException if either is outside these bounds
     */
    public static WatermarkKey of(String keyId, byte[] secret) {
        if (!KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException(
                    "A watermark key id is 1 to 64 letters, digits, dots, underscores, colons or hyphens");
        }
        if (secret.length < LEAST_SECRET_BYTES) {
            throw new IllegalArgumentException("The secret of watermark key `%s` has %d bytes, at least %d are needed"
                    .formatted(keyId, secret.length, LEAST_SECRET_BYTES));
        }
        return new WatermarkKey(keyId, secret.clone());
    }

    /**
     * A key with a fresh random secret, good for as long as the process lives.
     *
     * @param keyId as in {@link #of}
     */
    public static WatermarkKey generate(String keyId) {
        byte[] secret = new byte[LEAST_SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return of(keyId, secret);
    }

    /** The public name of the key. */
    public String keyId() {
        return keyId;
    }

    /** An independent key of 32 bytes for one purpose: HMAC-SHA256 (RFC 2104) over version, key id and purpose. */
    byte[] derive(String purpose) {
        return hmac(secret)
                .doFinal(("selfsame-watermark/" + FORMAT_VERSION + "/" + keyId + "/" + purpose)
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java runtime lacks HMAC-SHA256", missing);
        }
    }

    /** Same key id and same secret, compared in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof WatermarkKey key
                && keyId.equals(key.keyId)
                && MessageDigest.isEqual(secret, key.secret);
    }

    /** Depends on the key id alone, so that it says nothing about the secret. */
    @Override
    public int hashCode() {
        return keyId.hashCode();
    }

    /** The key id, never the secret. */
    @Override
    public String toString() {
        return "WatermarkKey[" + keyId + "]";
    }
}
