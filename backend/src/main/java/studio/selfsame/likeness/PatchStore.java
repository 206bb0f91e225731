package studio.selfsame.likeness;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import studio.selfsame.likeness.picture.Patch;

/** The model's pixels, read from the vault one frame at a time: of each source its patch, then what is small of it. */
final class PatchStore implements AutoCloseable {
    private final SeekableByteChannel channel;
    private final LikenessModel model;
    private final int patchBytes;
    private final int smallBytes;

    PatchStore(SeekableByteChannel channel, LikenessModel model) {
        this.channel = channel;
        this.model = model;
        patchBytes = Patch.bytes(model.patchSidePx(), model.patchReduction());
        smallBytes = Small.bytes(model);
    }

    Patch read(SourceFrame frame) throws IOException {
        byte[] yuv = read(frame, 0, patchBytes).array();
        return new Patch(frame.leftPx(), frame.topPx(), model.patchSidePx(), model.patchReduction(), yuv);
    }

    Small small(SourceFrame frame) throws IOException {
        return Small.read(read(frame, patchBytes, smallBytes));
    }

    private ByteBuffer read(SourceFrame frame, int from, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        channel.position((long) frame.slot() * (patchBytes + smallBytes) + from);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the model's pixels end early");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
