package studio.selfsame.watermark;

import java.nio.ByteBuffer;
import javax.crypto.Mac;

/**
 * Keyed pseudo-random numbers for one place of a pattern: HMAC-SHA256 in counter mode (NIST SP 800-108r1, 4.1). The same
 * key and coordinates always give the same numbers, and no amount of them tells others.
 */
final class KeyStream {
    private final Mac mac;
    private final ByteBuffer message;
    private final int counterAt;
    private byte[] block = new byte[0];
    private int used;
    private int counter;

    /** Numbers for the given coordinates; {@code mac} is borrowed until the next stream is begun on it. */
    KeyStream(Mac mac, int... coordinates) {
        this.mac = mac;
        this.message = ByteBuffer.allocate(4 * (coordinates.length + 1));
        for (int coordinate : coordinates) {
            message.putInt(coordinate);
        }
        this.counterAt = message.position();
    }

    /** The next number, 0..65535. */
    int next16() {
        if (used == block.length) {
            message.putInt(counterAt, counter++);
            block = mac.doFinal(message.array());
            used = 0;
        }
        int high = block[used++] & 0xff;
        return high << 8 | block[used++] & 0xff;
    }
}
