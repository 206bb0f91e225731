package studio.selfsame.likeness;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import studio.selfsame.likeness.picture.Patch;

/** The model's pixels, read from the vault one frame at a time: of each source its patch, then what is small of it. */
final class PatchStore implements AutoCloseable {
    /** Some 5 MiB. */
    private static final int MOST_SMALLS = 128;

    private final SeekableByteChannel channel;
    private final LikenessModel model;
    private final int patchBytes;
    private final int smallBytes;
    /** By slot, the one that was not asked for longest first. */
    private final LinkedHashMap<Integer, Small> smalls = new LinkedHashMap<>(MOST_SMALLS, 0.75f, true);

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

    /** Frames that follow each other are mixed from much the same mouths: those are not decrypted each time. */
    Small small(SourceFrame frame) throws IOException {
        Small small = smalls.get(frame.slot());
        if (small == null) {
            small = Small.read(read(frame, patchBytes, smallBytes));
            smalls.put(frame.slot(), small);
            if (smalls.size() > MOST_SMALLS) {
                smalls.pollFirstEntry();
            }
        }
        return small;
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
