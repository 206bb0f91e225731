package studio.selfsame.release;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The secret of an invitation's link.
 *
 * @param text 32 random bytes, base64url
 */
record InvitationToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static InvitationToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new InvitationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** All of it that is kept, 64 hex digits. */
    String sha256() {
        return DigestUtils.sha256Hex(text);
    }

    @Override
    public String toString() {
        return "InvitationToken[hidden]";
    }
}
