package studio.selfsame.identity;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes as browsers write them: base64url without padding. */
final class Base64Url {
    /** Longer than any honest answer of an authenticator with its certificates. */
    private static final int LONGEST = 1 << 16;

    private Base64Url() {}

    static String of(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws IllegalArgumentException when it is missing, too long or no base64url */
    static byte[] parse(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            throw new IllegalArgumentException("missing, or longer than " + LONGEST + " characters");
        }
        return Base64.getUrlDecoder().decode(text);
    }
}
