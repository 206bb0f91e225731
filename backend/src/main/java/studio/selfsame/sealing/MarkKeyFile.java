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
final class MarkKeyFile {
    private static final String NAME = "watermark.key";
    private static final int SECRET_BYTES = 32;

    private MarkKeyFile() {}

    static MarkKeys openOrMake(KeyFolder keys) throws IOException {
        keys.makeOnce(NAME, () -> {
            byte[] secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            keys.write(NAME, "studio-1 " + HexFormat.of().formatHex(secret) + "\n");
        });
        List<WatermarkKey> all = keys.read(NAME)
                .lines()
                .filter(line -> !line.isBlank())
                .map(MarkKeyFile::parse)
                .toList();
        return new MarkKeys(all);
    }

    private static WatermarkKey parse(String line) {
        String[] parts = line.strip().split(" +");
        if (parts.length != 2) {
            throw new IllegalArgumentException("keys/watermark.key holds a line that is not `id secret`");
        }
        return WatermarkKey.of(parts[0], secret(parts[1]));
    }

    private static byte[] secret(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException broken) {
            // Its message would show part of the secret.
            throw new IllegalArgumentException("keys/watermark.key holds a secret that is not hexadecimal");
        }
    }
}
