package studio.selfsame.watermark;

import java.util.Random;

/** Keys and payloads that are the same in every run. */
final class TestKeys {
    private TestKeys() {}

    static WatermarkKey key(int seed) {
        byte[] secret = new byte[32];
        new Random(seed).nextBytes(secret);
        return WatermarkKey.of("key-" + seed, secret);
    }

    static Payload payload(int seed) {
        return new Payload(new Random(seed).nextLong());
    }
}
