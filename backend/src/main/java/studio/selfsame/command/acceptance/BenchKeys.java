package studio.selfsame.command.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import studio.selfsame.watermark.Payload;
import studio.selfsame.watermark.WatermarkKey;

/** The same keys and ids in every run, so that runs can be compared. */
final class BenchKeys {
    private BenchKeys() {}

    static WatermarkKey right() {
        return key("bench");
    }

    /** Keys that nothing was marked with, numbered. */
    static List<WatermarkKey> wrong(int from, int end) {
        List<WatermarkKey> keys = new ArrayList<>();
        for (int i = from; i < end; i++) {
            keys.add(key("wrong-" + i));
        }
        return keys;
    }

    static Payload id(String name) {
        long id = 0;
        byte[] digest = digest("id " + name);
        for (int i = 0; i < Long.BYTES; i++) {
            id = id << 8 | digest[i] & 0xff;
        }
        return new Payload(id);
    }

    private static WatermarkKey key(String keyId) {
        return WatermarkKey.of(keyId, digest("key " + keyId));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
