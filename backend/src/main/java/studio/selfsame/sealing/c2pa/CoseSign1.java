package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** COSE_Sign1 (RFC 9052) with detached payload, as claims are signed. */
final class CoseSign1 {
    private static final long TAG = 18;
    private static final long ALG = 1;
    private static final long X5CHAIN = 33;
    /** The padding's own length takes three bytes from 256 to 65,535, so that the total is exact. */
    private static final int LEAST_PADDING = 256;

    private static final int ROOM_FOR_TIME_STAMP = 16_000;
    private static final int ROOM_FOR_REST = 1_000;

    private CoseSign1() {}

    /** Bytes that {@link #sign} gives, whatever it signs. */
    static int sizeFor(ClaimSigner signer) throws GeneralSecurityException {
        int chain = protectedHeader(signer).length;
        return chain + ROOM_FOR_REST + (signer.timeStamper().isPresent() ? ROOM_FOR_TIME_STAMP : 0);
    }

    static byte[] sign(ClaimSigner signer, byte[] payload) throws GeneralSecurityException, IOException {
        byte[] header = protectedHeader(signer);
        byte[] signature = signer.sign(structure("Signature1", header, payload));
        Map<String, Object> open = new LinkedHashMap<>();
        if (signer.timeStamper().isPresent()) {
            byte[] token = signer.timeStamper().get().stamp(counterStructure(header, signature));
            open.put("sigTst2", Map.of("tstTokens", List.of(Map.of("val", token))));
        }
        int bare = encode(header, withPadding(open, LEAST_PADDING), signature).length;
        int padding = sizeFor(signer) - bare + LEAST_PADDING;
        if (padding < LEAST_PADDING) {
            throw new IOException("the time stamp is larger than the room kept for it");
        }
        return encode(header, withPadding(open, padding), signature);
    }

    /** What a claim's signature signs. */
    static byte[] structure(String context, byte[] protectedHeader, byte[] payload) {
        return CborEncoder.encode(List.of(context, protectedHeader, new byte[0], payload));
    }

    /** What a {@code sigTst2} time stamp stamps: the CBOR form of the signature. */
    static byte[] counterStructure(byte[] protectedHeader, byte[] signature) {
        return structure("CounterSignature", protectedHeader, CborEncoder.encode(signature));
    }

    private static Map<String, Object> withPadding(Map<String, Object> open, int bytes) {
        Map<String, Object> padded = new LinkedHashMap<>(open);
        padded.put("pad", new byte[bytes]);
        return padded;
    }

    private static byte[] encode(byte[] header, Map<String, Object> open, byte[] signature) {
        return CborEncoder.encode(new CborTag(TAG, Arrays.asList(header, open, null, signature)));
    }

    private static byte[] protectedHeader(ClaimSigner signer) throws GeneralSecurityException {
        List<byte[]> chain = new ArrayList<>();
        for (X509Certificate certificate : signer.chain()) {
            chain.add(certificate.getEncoded());
        }
        return CborEncoder.encode(Map.of(ALG, signer.algorithm().id(), X5CHAIN, chain));
    }
}
