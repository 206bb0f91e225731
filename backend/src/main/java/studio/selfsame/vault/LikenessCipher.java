package studio.selfsame.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/** What a data key does: AES-256-GCM in segments of 64 KiB, each object under a key derived by HKDF-SHA-256. */
final class LikenessCipher {
    static final int KEY_BYTES = 32;

    private static final AesGcmHkdfStreamingParameters PARAMETERS = parameters();

    private LikenessCipher() {}

    /** @param bare {@link #KEY_BYTES} bytes, which the caller wipes */
    @AccessesPartialKey
    static StreamingAead of(byte[] bare) throws GeneralSecurityException {
        var secret = SecretBytes.copyFrom(bare, InsecureSecretKeyAccess.get());
        return AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(PARAMETERS, secret));
    }

    private static AesGcmHkdfStreamingParameters parameters() {
        try {
            return AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setDerivedAesGcmKeySizeBytes(32)
                    .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(64 * 1024)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault's cipher is misconfigured", e);
        }
    }
}
