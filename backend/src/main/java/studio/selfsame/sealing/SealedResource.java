package studio.selfsame.sealing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.springframework.core.io.AbstractResource;
import studio.selfsame.vault.ObjectStore;

/** A sealed output as something Spring can send. */
final class SealedResource extends AbstractResource {
    private final SealedOutput output;
    private final ObjectStore store;

    SealedResource(SealedOutput output, ObjectStore store) {
        this.output = output;
        this.store = store;
    }

    @Override
    public long contentLength() {
        return output.bytes();
    }

    @Override
    public String getFilename() {
        return output.record().outputId() + ".mp4";
    }

    @Override
    public String getDescription() {
        return output.toString();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        SeekableByteChannel channel = output.open(store);
        return new SkippingStream(channel);
    }

    /** Skips by moving in the file instead of reading up to there, so that a range near the end is not slow. */
    private static final class SkippingStream extends FilterInputStream {
        private final SeekableByteChannel channel;

        SkippingStream(SeekableByteChannel channel) {
            super(Channels.newInputStream(channel));
            this.channel = channel;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = Math.clamp(bytes, 0, channel.size() - channel.position());
            channel.position(channel.position() + skipped);
            return skipped;
        }
    }
}
