package studio.selfsame.identity;

import java.security.SecureRandom;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The secret by which an invitation is accepted.
 *
 * @param text 32 random bytes in base64url, 43 characters
 */
record InvitationToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static InvitationToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new InvitationToken(Base64Url.of(bytes));
    }

    /** All that is kept of it. */
    byte[] sha256() {
        return DigestUtils.sha256(text);
    }

    @Override
    public String toString() {
        return "InvitationToken[hidden]";
    }
}
