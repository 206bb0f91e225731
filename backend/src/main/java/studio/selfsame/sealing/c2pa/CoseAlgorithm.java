package studio.selfsame.sealing.c2pa;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signature algorithms of COSE (RFC 9053, RFC 8230) that claims may be signed with, and what Java calls them. */
public enum CoseAlgorithm {
    ES256(-7, "SHA256withECDSAinP1363Format", 256),
    ES384(-35, "SHA384withECDSAinP1363Format", 384),
    ES512(-36, "SHA512withECDSAinP1363Format", 521),
    PS256(-37, "SHA-256", 0),
    PS384(-38, "SHA-384", 0),
    PS512(-39, "SHA-512", 0),
    EDDSA(-8, "Ed25519", 0);

    private static final int LEAST_RSA_BITS = 2048;
    private static final int NEW_RSA_BITS = 3072;
    private static final int MOST_RSA_BITS = 16_384;

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

    /** To be given a key. */
    Signature signature() throws GeneralSecurityException {
        return parameterised(isPss() ? Signature.getInstance("RSASSA-PSS") : Signature.getInstance(java));
    }

    /** To be given a key that lives in this provider alone. */
    Signature signature(Provider provider) throws GeneralSecurityException {
        return parameterised(
                isPss() ? Signature.getInstance("RSASSA-PSS", provider) : Signature.getInstance(java, provider));
    }

    /** The salt of RSASSA-PSS is as long as its hash. */
    private Signature parameterised(Signature signature) throws GeneralSecurityException {
        if (isPss()) {
            int saltBytes = Integer.parseInt(java.substring(4)) / 8;
            signature.setParameter(new PSSParameterSpec(
                    java, "MGF1", new MGF1ParameterSpec(java), saltBytes, PSSParameterSpec.TRAILER_FIELD_BC));
        }
        return signature;
    }

    /** New ones for it; RSA of 3072 bits. */
    KeyPair keys(SecureRandom random) throws GeneralSecurityException {
        if (this == EDDSA) {
            return KeyPairGenerator.getInstance(java).generateKeyPair();
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance(isPss() ? "RSA" : "EC");
        generator.initialize(isPss() ? NEW_RSA_BITS : curveBits, random);
        return generator.generateKeyPair();
    }

    /** Whether it is what a key of some kind signs with unless told otherwise. */
    public boolean isAKeys() {
        return this != PS384 && this != PS512;
    }

    private boolean isPss() {
        return java.startsWith("SHA-");
    }

    /** Whether a claim may be signed with this key and this algorithm. */
    boolean fits(PublicKey key) {
        return key instanceof RSAKey rsa
                ? isPss()
                        && rsa.getModulus().bitLength() >= LEAST_RSA_BITS
                        && rsa.getModulus().bitLength() <= MOST_RSA_BITS
                : forKey(key).isPresent();
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
        if (key instanceof RSAKey) {
            return PS256.fits(key) ? Optional.of(PS256) : Optional.empty();
        }
        return key.getAlgorithm().matches("EdDSA|Ed25519") ? Optional.of(EDDSA) : Optional.empty();
    }
}
