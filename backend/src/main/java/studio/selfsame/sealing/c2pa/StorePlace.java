package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/**
 * Where in a file its manifest store lies.
 *
 * @param offset of the box or chunk that holds it
 * @param bytes of that box or chunk
 * @param storeOffset of the store
 * @param storeBytes of the store, with padding if there is any
 * @param still whether the file is a PNG, which is bound by a range of bytes and not by its boxes
 */
record StorePlace(long offset, long bytes, long storeOffset, long storeBytes, boolean still) {
    private static final int MOST_BYTES = 16 << 20;

    /** All there are; a proper file has none or one. */
    static List<StorePlace> in(SeekableByteChannel file) throws IOException {
        return PngChunks.isPng(file)
                ? PngChunks.stores(file)
                : ManifestBox.among(file, BmffWalker.readableRoots(file)).stream()
                        .map(ManifestBox::place)
                        .toList();
    }

    byte[] read(SeekableByteChannel file) throws IOException {
        if (storeBytes <= 0 || storeBytes > MOST_BYTES) {
            throw new MalformedCredentialsException("a manifest store of " + storeBytes + " bytes");
        }
        return BmffWalker.read(file, storeOffset, (int) storeBytes).array();
    }
}
