package studio.selfsame.identity;

import java.security.SecureRandom;

/**
 * The secret by which an invitation is accepted.
 *
 * @param text 32 random bytes in base64url, 43 characters
 */
record InvitationToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static InvitationToken random() {
        var bytes = new byte[Sha256.BYTES];
        RANDOM.nextBytes(bytes);
        return new InvitationToken(Base64Url.of(bytes));
    }

    /** All that is kept of it. */
    byte[] sha256() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "InvitationToken[hidden]";
    }
}
