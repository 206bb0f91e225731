package studio.selfsame.sealing.c2pa;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;

/** The hash algorithms that C2PA allows. */
final class Digests {
    private static final Map<ASN1ObjectIdentifier, String> OIDS = Map.of(
            NISTObjectIdentifiers.id_sha256, "sha256",
            NISTObjectIdentifiers.id_sha384, "sha384",
            NISTObjectIdentifiers.id_sha512, "sha512");

    private Digests() {}

    static MessageDigest sha256() {
        return named("sha256").orElseThrow();
    }

    /** Of a time stamp's imprint; empty for an algorithm that is not allowed. */
    static Optional<MessageDigest> ofOid(ASN1ObjectIdentifier oid) {
        return Optional.ofNullable(OIDS.get(oid)).flatMap(Digests::named);
    }

    /** Empty for an algorithm that is not allowed. */
    static Optional<MessageDigest> named(String alg) {
        String java = switch (alg) {
            case "sha256" -> "SHA-256";
            case "sha384" -> "SHA-384";
            case "sha512" -> "SHA-512";
            default -> "";
        };
        if (java.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageDigest.getInstance(java));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java runtime lacks " + java, missing);
        }
    }
}
