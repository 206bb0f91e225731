package studio.selfsame.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;

/** Bytes by key; filesystem by default, S3 by configuration. A put is atomic: all of the object or nothing. */
public interface ObjectStore {
    /** Stores everything {@code content} writes; nothing is kept if it throws. */
    void put(ObjectKey key, Content content) throws IOException;

    /** Random access to a stored object; {@link java.nio.file.NoSuchFileException} when there is none. */
    SeekableByteChannel open(ObjectKey key) throws IOException;

    boolean exists(ObjectKey key) throws IOException;

    /** Deletes if present. */
    void delete(ObjectKey key) throws IOException;

    /** Deletes everything below {@code prefix/}. */
    void deleteAll(ObjectKey prefix) throws IOException;

    /** Whether nothing lies below {@code prefix/}. */
    boolean isEmpty(ObjectKey prefix) throws IOException;

    /** Writes an object's bytes. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
