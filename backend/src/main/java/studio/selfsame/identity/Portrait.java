package studio.selfsame.identity;

import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import studio.selfsame.problem.ProblemException;

/**
 * A portrait as it was handed in; not yet decoded.
 *
 * @param mediaType by its first bytes: {@code image/jpeg} or {@code image/png}
 */
record Portrait(String mediaType, byte[] bytes) {
    static final long MAX_BYTES = 10L << 20;

    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");

    static Portrait of(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw unusable("the picture is larger than 10 MB");
        }
        if (startsWith(bytes, JPEG)) {
            return new Portrait("image/jpeg", bytes);
        }
        if (startsWith(bytes, PNG)) {
            return new Portrait("image/png", bytes);
        }
        throw unusable("the file is neither a JPEG nor a PNG picture");
    }

    String sha256() {
        return DigestUtils.sha256Hex(bytes);
    }

    static ProblemException unusable(String cause) {
        return ProblemException.unusable(
                Verifications.STAGE,
                cause,
                "Your identity was not verified and the picture was not kept.",
                "Hand in an upright JPEG or PNG picture that shows your face alone, from the front, in good light.");
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length > start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    @Override
    public String toString() {
        return "Portrait[" + mediaType + "]";
    }
}
