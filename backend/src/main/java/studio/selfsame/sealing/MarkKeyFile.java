package studio.selfsame.sealing;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import studio.selfsame.watermark.WatermarkKey;

/**
 * {@code keys/watermark.key}: one key a line, its id, a space, its secret in hexadecimal. New marks are made with the
 * first; to change keys put a new line in front.
 */
public final class MarkKeyFile {
    private static final String NAME = "watermark.key";
    private static final int SECRET_BYTES = 32;

    private MarkKeyFile() {}

    static MarkKeys openOrMake(KeyFolder keys) throws IOException {
        return new MarkKeys(parse(contentOrMake(keys), "keys/" + NAME));
    }

    static String contentOrMake(KeyFolder keys) throws IOException {
        keys.makeOnce(NAME, () -> {
            keys.write(NAME, fresh("studio-1"));
        });
        return keys.read(NAME);
    }

    /**
     * What a new file holds: a key whose secret nobody has seen.
     *
     * @param keyId as in {@link WatermarkKey#of}
     * @throws IllegalArgumentException for any other id
     */
    public static String fresh(String keyId) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return WatermarkKey.of(keyId, secret).keyId() + " " + HexFormat.of().formatHex(secret) + "\n";
    }

    /**
     * The keys of a file, the one for new marks first.
     *
     * @param name of the file, for the message
     * @throws IllegalArgumentException if a line is not a key; its message shows nothing of the content
     */
    public static List<WatermarkKey> parse(String content, String name) {
        return content.lines()
                .filter(line -> !line.isBlank())
                .map(line -> key(line, name))
                .toList();
    }

    private static WatermarkKey key(String line, String name) {
        String[] parts = line.strip().split(" +");
        if (parts.length != 2) {
            throw new IllegalArgumentException(name + " holds a line that is not `id secret`");
        }
        byte[] secret;
        try {
            secret = HexFormat.of().parseHex(parts[1]);
        } catch (IllegalArgumentException broken) {
            // Its message would show part of the secret.
            throw new IllegalArgumentException(name + " holds a secret that is not hexadecimal");
        }
        try {
            return WatermarkKey.of(parts[0], secret);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(name + " holds a line that is not `id secret`", unfit);
        }
    }
}
