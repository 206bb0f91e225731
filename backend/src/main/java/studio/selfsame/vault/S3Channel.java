package studio.selfsame.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Reads an object by ranges, one window in memory; an object replaced meanwhile is an error, never a mixture. */
final class S3Channel implements SeekableByteChannel {
    private static final int WINDOW_BYTES = 1 << 20;

    private final S3Client s3;
    private final String bucket;
    private final ObjectKey key;
    private final long size;
    private final String eTag;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;
    private long position;
    private boolean open = true;

    S3Channel(S3Client s3, String bucket, ObjectKey key, long size, String eTag) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        this.size = size;
        this.eTag = eTag;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        requireOpen();
        if (position >= size) {
            return -1;
        }
        if (position < windowStart || position >= windowStart + window.limit()) {
            window = fetch(position, Math.min(size, position + WINDOW_BYTES) - 1);
            windowStart = position;
        }
        int from = (int) (position - windowStart);
        int some = Math.min(into.remaining(), window.limit() - from);
        into.put(into.position(), window, from, some).position(into.position() + some);
        position += some;
        return some;
    }

    private ByteBuffer fetch(long first, long last) throws IOException {
        try {
            var bytes = s3.getObjectAsBytes(request ->
                    request.bucket(bucket).key(key.value()).ifMatch(eTag).range("bytes=" + first + "-" + last));
            return bytes.asByteBuffer();
        } catch (SdkException e) {
            throw new IOException("cannot read `" + key.value() + "`", e);
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
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
            throw new IllegalArgumentException("position " + newPosition + " is negative");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return size;
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

    private void requireOpen() throws ClosedChannelException {
        if (!open) {
            throw new ClosedChannelException();
        }
    }
}
