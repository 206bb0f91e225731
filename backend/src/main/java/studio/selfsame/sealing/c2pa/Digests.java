package studio.selfsame.sealing.c2pa;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The hash algorithms that C2PA allows. */
final class Digests {
    private Digests() {}

    static MessageDigest sha256() {
        return named("sha256").orElseThrow();
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
