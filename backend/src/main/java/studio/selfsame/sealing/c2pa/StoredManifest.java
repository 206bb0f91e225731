package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;

/** A file's manifest store as it stands in the file, and the id of its active manifest. */
public final class StoredManifest {
    private final String id;
    private final byte[] store;

    private StoredManifest(String id, byte[] store) {
        this.id = id;
        this.store = store;
    }

    /** Empty where the file carries none. Nothing is validated. */
    public static Optional<StoredManifest> of(SeekableByteChannel file) throws IOException {
        List<StorePlace> places = StorePlace.in(file);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        byte[] store = places.getFirst().read(file);
        return JumbfReader.activeManifest(JumbfReader.readStore(store))
                .map(manifest -> new StoredManifest(manifest.label(), store));
    }

    /**
     * A store of the active manifest alone, unchanged, without those that it carries on from what the file was made from.
     *
     * @throws MalformedCredentialsException if this is no store with a manifest
     */
    public static byte[] alone(byte[] store) throws MalformedCredentialsException {
        JumbfBox active = JumbfReader.activeManifest(JumbfReader.readStore(store))
                .orElseThrow(() -> new MalformedCredentialsException("a manifest store without a manifest"));
        return JumbfWriter.superbox(JumbfType.STORE, "c2pa", List.of(active.bytes()));
    }

    /** E.g. {@code urn:c2pa:} and a UUID. */
    public String id() {
        return id;
    }

    /** The JUMBF store. */
    public byte[] bytes() {
        return store.clone();
    }
}
