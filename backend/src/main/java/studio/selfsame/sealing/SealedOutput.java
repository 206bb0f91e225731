package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import studio.selfsame.vault.ObjectKey;
import studio.selfsame.vault.ObjectStore;

/**
 * A file that carries its label, its marks and its credentials, and is on record: the only thing that can be downloaded.
 * Constructible only here.
 */
public final class SealedOutput {
    private final OutputRecord record;
    private final ObjectKey object;
    private final long bytes;

    SealedOutput(OutputRecord record, ObjectKey object, long bytes) {
        this.record = record;
        this.object = object;
        this.bytes = bytes;
    }

    public OutputRecord record() {
        return record;
    }

    /** Length of the file, bytes. */
    public long bytes() {
        return bytes;
    }

    SeekableByteChannel open(ObjectStore store) throws IOException {
        return store.open(object);
    }

    @Override
    public String toString() {
        return "SealedOutput[" + record.outputId() + "]";
    }
}
