package studio.selfsame.inspection.child;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parent's file, block by block over the pipe; the last blocks are kept. For one thread. */
final class RangeChannel implements SeekableByteChannel {
    private static final int BLOCK_BYTES = 1 << 17;
    private static final int BLOCKS_KEPT = 16;

    private final ParentLine parent;
    private final long size;
    private final Map<Long, byte[]> blocks = new LinkedHashMap<>(2 * BLOCKS_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > BLOCKS_KEPT;
        }
    };
    private long position;
    private boolean open = true;

    RangeChannel(ParentLine parent, long size) {
        this.parent = parent;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        requireOpen();
        if (position >= size) {
            return -1;
        }
        long index = position / BLOCK_BYTES;
        byte[] block = blocks.get(index);
        if (block == null) {
            long offset = index * BLOCK_BYTES;
            block = parent.range(offset, (int) Math.min(BLOCK_BYTES, size - offset));
            blocks.put(index, block);
        }
        int within = (int) (position % BLOCK_BYTES);
        int count = Math.min(into.remaining(), block.length - within);
        if (count < 0) {
            return -1;
        }
        into.put(block, within, count);
        position += count;
        return count;
    }

    @Override
    public long position() throws IOException {
        requireOpen();
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        requireOpen();
        if (newPosition < 0) {
            throw new IllegalArgumentException("before the file");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return size;
    }

    private void requireOpen() throws ClosedChannelException {
        if (!open) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
