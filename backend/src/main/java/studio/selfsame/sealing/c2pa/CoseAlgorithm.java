package studio.selfsame.sealing.c2pa;

import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signature algorithms of COSE (RFC 9053) that claims may be signed with, and what Java calls them. */
enum CoseAlgorithm {
    ES256(-7, "SHA256withECDSAinP1363Format", 256),
    ES384(-35, "SHA384withECDSAinP1363Format", 384),
    ES512(-36, "SHA512withECDSAinP1363Format", 521),
    EDDSA(-8, "Ed25519", 0);

    private final int id;
    private final String java;
    private final int curveBits;

    CoseAlgorithm(int id, String java, int curveBits) {
        this.id = id;
        this.java = java;
        this.curveBits = curveBits;
    }

    int id() {
        return id;
    }

    String javaName() {
        return java;
    }

    static Optional<CoseAlgorithm> of(@Nullable Object id) {
        for (CoseAlgorithm algorithm : values()) {
            if (Long.valueOf(algorithm.id).equals(id)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** The algorithm that this key is for; empty for keys that no claim may be signed with. */
    static Optional<CoseAlgorithm> forKey(PublicKey key) {
        if (key instanceof ECKey curve) {
            int bits = curve.getParams().getCurve().getField().getFieldSize();
            for (CoseAlgorithm algorithm : values()) {
                if (algorithm.curveBits == bits) {
                    return Optional.of(algorithm);
                }
            }
        }
        return key.getAlgorithm().matches("EdDSA|Ed25519") ? Optional.of(EDDSA) : Optional.empty();
    }
}
