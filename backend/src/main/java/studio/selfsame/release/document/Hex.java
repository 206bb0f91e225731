package studio.selfsame.release.document;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 and how it is written. */
final class Hex {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Hex() {}

    static boolean isSha256(String text) {
        return SHA256.matcher(text).matches();
    }

    /** Of the parts one after the other. */
    static byte[] sha256(byte[]... parts) {
        var digest = DigestUtils.getSha256Digest();
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String sha256(String text) {
        return of(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
