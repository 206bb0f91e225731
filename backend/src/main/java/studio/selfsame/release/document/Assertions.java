package studio.selfsame.release.document;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import studio.selfsame.identity.Passkeys;
import tools.jackson.core.JacksonException;

/** Checks signatures by passkeys with the Java platform alone (W3C Web Authentication, Level 3, section 7.2). */
final class Assertions {
    private static final int DIGEST_BYTES = 32;
    /** SHA-256 of the relying party, flags, counter. */
    private static final int LEAST_AUTHENTICATOR_DATA = 37;

    private static final int FLAGS = 32;
    private static final int PRESENT_AND_VERIFIED = 0b101;

    private Assertions() {}

    /** Why it is no signature of that digest; empty: it is one. */
    static Optional<String> fault(Passkeys.Signature assertion, byte[] digest) {
        try {
            var clientData = decoded(assertion.clientDataJson());
            var authenticatorData = decoded(assertion.authenticatorData());
            if (!signs(clientData, digest)) {
                return Optional.of("is over another document");
            }
            if (authenticatorData.length < LEAST_AUTHENTICATOR_DATA
                    || (authenticatorData[FLAGS] & PRESENT_AND_VERIFIED) != PRESENT_AND_VERIFIED) {
                return Optional.of("does not say that the device recognised its owner");
            }
            var key = publicKey(decoded(assertion.publicKey()));
            var verifier = Signature.getInstance(algorithm(key));
            verifier.initVerify(key);
            verifier.update(authenticatorData);
            verifier.update(Hex.sha256(clientData));
            return verifier.verify(decoded(assertion.signature()))
                    ? Optional.empty()
                    : Optional.of("is not by the passkey that is named");
        } catch (IllegalArgumentException | GeneralSecurityException | JacksonException e) {
            return Optional.of("cannot be read");
        }
    }

    private static boolean signs(byte[] clientData, byte[] digest) {
        var json = Json.tree(new String(clientData, StandardCharsets.UTF_8));
        var challenge = decoded(json.path("challenge").asString(""));
        return json.path("type").asString("").equals("webauthn.get")
                && challenge.length >= DIGEST_BYTES
                && Arrays.equals(challenge, 0, DIGEST_BYTES, digest, 0, DIGEST_BYTES);
    }

    private static byte[] decoded(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }

    private static PublicKey publicKey(byte[] der) throws GeneralSecurityException {
        for (var algorithm : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
            } catch (InvalidKeySpecException e) {
                // then it is one of the others
            }
        }
        throw new GeneralSecurityException("no key of a known kind");
    }

    /** As the COSE algorithms ES256, ES384, ES512, RS256 and EdDSA name it. */
    private static String algorithm(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec ->
                switch (ec.getParams().getOrder().bitLength()) {
                    case 384 -> "SHA384withECDSA";
                    case 521 -> "SHA512withECDSA";
                    default -> "SHA256withECDSA";
                };
            default -> key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "Ed25519";
        };
    }
}
