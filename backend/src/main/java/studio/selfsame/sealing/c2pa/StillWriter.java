package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/** Puts signed credentials into a PNG. */
public final class StillWriter {
    /** The size of the store stands in the store; it settles at once, or after the number took more bytes. */
    private static final int ROUNDS = 3;

    private StillWriter() {}

    /**
     * @param png without credentials
     * @return a copy with the manifest right behind its header
     * @throws MalformedCredentialsException if these bytes are no PNG
     */
    public static byte[] write(byte[] png, ManifestDraft draft, ClaimSigner signer)
            throws IOException, GeneralSecurityException {
        try (BytesChannel file = new BytesChannel(png)) {
            if (!PngChunks.isPng(file) || png.length < PngChunks.HEADER_BYTES) {
                throw new MalformedCredentialsException("no PNG");
            }
            if (!PngChunks.stores(file).isEmpty()) {
                throw new MalformedCredentialsException("the picture carries credentials already");
            }
        }
        int bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            bytes = PngChunks.sizeFor(draft.sizeOfStore(binding(new byte[32], bytes), signer));
        }
        MessageDigest digest = Digests.sha256();
        digest.update(png);
        byte[] chunk = PngChunks.chunk(draft.assemble(binding(digest.digest(), bytes), signer));
        if (chunk.length != bytes) {
            throw new IllegalStateException("a manifest of another size than planned");
        }
        return ByteBuffer.allocate(png.length + bytes)
                .put(png, 0, PngChunks.HEADER_BYTES)
                .put(chunk)
                .put(Arrays.copyOfRange(png, PngChunks.HEADER_BYTES, png.length))
                .array();
    }

    private static HardBinding binding(byte[] sha256, int bytes) {
        return HardBinding.ofRange(sha256, PngChunks.HEADER_BYTES, bytes);
    }
}
