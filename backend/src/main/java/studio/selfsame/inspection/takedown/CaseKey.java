package studio.selfsame.inspection.takedown;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The secret with which a claimant follows their case.
 *
 * @param text 32 random bytes, base64url
 */
record CaseKey(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static CaseKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new CaseKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** All of it that is kept, 64 hex digits. */
    String sha256() {
        return DigestUtils.sha256Hex(text);
    }

    /** In a time that tells nothing of how much of it is right. */
    boolean opens(TakedownCase one) {
        return MessageDigest.isEqual(
                sha256().getBytes(StandardCharsets.US_ASCII), one.keySha256().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "CaseKey[hidden]";
    }
}
