package studio.selfsame.command.acceptance;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
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
        byte[] digest = DigestUtils.sha256("id " + name);
        for (int i = 0; i < Long.BYTES; i++) {
            id = id << 8 | digest[i] & 0xff;
        }
        return new Payload(id);
    }

    private static WatermarkKey key(String keyId) {
        return WatermarkKey.of(keyId, DigestUtils.sha256("key " + keyId));
    }
}
