package studio.selfsame.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Plaintext that stops flowing when the data key is destroyed, also for those who had opened it before. */
final class RevocableChannel implements SeekableByteChannel {
    private final SeekableByteChannel plaintext;
    private final DataKeys keys;
    private final DataKeyId dataKey;

    RevocableChannel(SeekableByteChannel plaintext, DataKeys keys, DataKeyId dataKey) {
        this.plaintext = plaintext;
        this.keys = keys;
        this.dataKey = dataKey;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (keys.isDestroyed(dataKey)) {
            throw new KeyDestroyedException(dataKey);
        }
        // The cipher's own channel never says that an empty object is at its end.
        return plaintext.position() >= plaintext.size() ? -1 : plaintext.read(into);
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return plaintext.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        plaintext.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return plaintext.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return plaintext.isOpen();
    }

    @Override
    public void close() throws IOException {
        plaintext.close();
    }
}
