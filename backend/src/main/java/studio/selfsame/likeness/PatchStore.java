package studio.selfsame.likeness;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import studio.selfsame.likeness.picture.Patch;

/** The model's patches, read from the vault one at a time: all of the same size, one after the other. */
final class PatchStore implements AutoCloseable {
    private final SeekableByteChannel channel;
    private final int sidePx;
    private final int reduction;

    PatchStore(SeekableByteChannel channel, int sidePx, int reduction) {
        this.channel = channel;
        this.sidePx = sidePx;
        this.reduction = reduction;
    }

    Patch read(SourceFrame frame) throws IOException {
        int bytes = Patch.bytes(sidePx, reduction);
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        channel.position((long) frame.slot() * bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the model's pixels end early");
            }
        }
        return new Patch(frame.leftPx(), frame.topPx(), sidePx, reduction, buffer.array());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
