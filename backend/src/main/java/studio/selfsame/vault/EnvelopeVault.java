package studio.selfsame.vault;

import com.google.crypto.tink.StreamingAead;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Seals objects on their way into the object store and opens them on their way out. */
@Service
class EnvelopeVault implements Vault {
    private final DataKeys keys;
    private final MasterKeyWatch watch;
    private final KeyLedger ledger;
    private final ObjectStore store;

    EnvelopeVault(DataKeys keys, MasterKeyWatch watch, KeyLedger ledger, ObjectStore store) {
        this.keys = keys;
        this.watch = watch;
        this.ledger = ledger;
        this.store = store;
    }

    @Override
    public DataKeyId createKey() {
        try {
            var id = keys.create();
            ledger.created(id);
            watch.look();
            return id;
        } catch (IOException e) {
            var full = StorageFull.explain(e);
            throw full.isPresent() ? full.get() : new UncheckedIOException("no data key could be made", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key cannot wrap a data key", e);
        }
    }

    @Override
    public void seal(DataKeyId dataKey, ObjectKey object, ObjectStore.Content content) throws IOException {
        var cipher = cipher(dataKey);
        store.put(object, out -> {
            // Closing the sealing stream writes its last segment; the store's stream stays the store's to close.
            try (var sealing = cipher.newEncryptingStream(new Unclosed(out), bound(object))) {
                content.writeTo(sealing);
            } catch (GeneralSecurityException e) {
                throw new IOException("cannot seal `" + object.value() + "`", e);
            }
        });
    }

    @Override
    public SeekableByteChannel open(DataKeyId dataKey, ObjectKey object) throws IOException {
        var cipher = cipher(dataKey);
        var sealed = store.open(object);
        try {
            var plaintext = cipher.newSeekableDecryptingChannel(sealed, bound(object));
            if (plaintext.size() == 0) {
                requireSealedEmpty(cipher, object);
            }
            return new RevocableChannel(plaintext, keys, dataKey);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            sealed.close();
            throw e instanceof IOException io ? io : new IOException("cannot open `" + object.value() + "`", e);
        }
    }

    @Override
    public byte[] read(DataKeyId dataKey, ObjectKey object) throws IOException {
        try (var channel = open(dataKey, object);
                var bytes = new ByteArrayOutputStream(Math.toIntExact(channel.size()))) {
            Channels.newInputStream(channel).transferTo(bytes);
            return bytes.toByteArray();
        }
    }

    @Override
    public void destroy(DataKeyId dataKey) {
        try {
            keys.destroy(dataKey);
        } catch (IOException e) {
            throw new UncheckedIOException("data key " + dataKey.value() + " could not be destroyed", e);
        }
        ledger.destroyed(dataKey);
    }

    @Override
    public boolean isDestroyed(DataKeyId dataKey) {
        return keys.isDestroyed(dataKey) || ledger.isDestroyed(dataKey);
    }

    /** What only a tombstone remembers is written down in the database at the next start, with the time of that. */
    @Override
    public Optional<Instant> destroyedAt(DataKeyId dataKey) {
        return isDestroyed(dataKey) ? ledger.destroyedAt(dataKey) : Optional.empty();
    }

    /** A seekable channel checks what it reads, and of nothing it reads nothing: an object cut short would pass. */
    private void requireSealedEmpty(StreamingAead cipher, ObjectKey object)
            throws IOException, GeneralSecurityException {
        try (var sealed = Channels.newInputStream(store.open(object));
                var plaintext = cipher.newDecryptingStream(sealed, bound(object))) {
            if (plaintext.read() != -1) {
                throw new IOException("`" + object.value() + "` changed while it was opened");
            }
        }
    }

    private StreamingAead cipher(DataKeyId dataKey) throws IOException {
        if (isDestroyed(dataKey)) {
            throw new KeyDestroyedException(dataKey);
        }
        try {
            return keys.cipher(dataKey);
        } catch (GeneralSecurityException e) {
            throw new IOException("data key " + dataKey.value() + " cannot be unwrapped", e);
        }
    }

    /** An object moved to another key does not open. */
    private static byte[] bound(ObjectKey object) {
        return object.value().getBytes(StandardCharsets.UTF_8);
    }

    private static final class Unclosed extends FilterOutputStream {
        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
