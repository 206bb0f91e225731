package studio.selfsame.sealing.c2pa;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/**
 * Where in a file its manifest store lies.
 *
 * @param form of the file
 * @param around boxes, chunks or segments that carry it, in order; at least one
 * @param pieces of the store, in order
 */
record StorePlace(FileForm form, List<ByteRange> around, List<ByteRange> pieces) {
    private static final int MOST_BYTES = 16 << 20;

    StorePlace {
        around = List.copyOf(around);
        pieces = List.copyOf(pieces);
    }

    /** In one piece. */
    StorePlace(FileForm form, ByteRange around, ByteRange store) {
        this(form, List.of(around), List.of(store));
    }

    /** All there are; a proper file has none or one. Never throws for what the file holds. */
    static List<StorePlace> in(SeekableByteChannel file) throws IOException {
        if (PngChunks.isPng(file)) {
            return PngChunks.stores(file);
        }
        if (JpegSegments.isJpeg(file)) {
            return JpegSegments.stores(file);
        }
        if (RiffChunks.isRiff(file)) {
            return RiffChunks.stores(file);
        }
        if (Id3Frames.isTagged(file)) {
            return Id3Frames.stores(file);
        }
        return ManifestBox.among(file, BmffWalker.readableRoots(file)).stream()
                .map(ManifestBox::place)
                .toList();
    }

    /** Of the store, with padding if there is any. */
    long bytes() {
        return pieces.stream().mapToLong(ByteRange::bytes).sum();
    }

    byte[] read(SeekableByteChannel file) throws IOException {
        long bytes = bytes();
        if (bytes <= 0 || bytes > MOST_BYTES) {
            throw new MalformedCredentialsException("a manifest store of " + bytes + " bytes");
        }
        ByteArrayOutputStream store = new ByteArrayOutputStream((int) bytes);
        for (ByteRange piece : pieces) {
            store.writeBytes(
                    BmffWalker.read(file, piece.offset(), (int) piece.bytes()).array());
        }
        return store.toByteArray();
    }
}
