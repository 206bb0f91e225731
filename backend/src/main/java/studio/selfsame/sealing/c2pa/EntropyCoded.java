package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Coded picture of a JPEG, which ends at the first marker that neither stuffs a byte nor restarts the coder. */
final class EntropyCoded {
    private static final int AT_ONCE = 1 << 16;

    private EntropyCoded() {}

    /** How many bytes from here on, restart markers included. */
    static long bytes(SeekableByteChannel file, long start) throws IOException {
        int last = 0;
        for (long at = start; at < file.size(); at += AT_ONCE) {
            ByteBuffer some = BmffWalker.read(file, at, (int) Math.min(AT_ONCE, file.size() - at));
            while (some.hasRemaining()) {
                int next = some.get() & 0xff;
                if (last == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                    return at + some.position() - 2 - start;
                }
                last = next;
            }
        }
        return file.size() - start;
    }
}
