package studio.selfsame.release.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import studio.selfsame.identity.Passkeys;
import studio.selfsame.identity.PersonId;

/** Signs as an authenticator does: presence and verification set, counter 1. */
final class HandMadePasskey {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final PersonId owner;
    private final KeyPair keys;
    private final String algorithm;

    private HandMadePasskey(UUID owner, KeyPair keys, String algorithm) {
        this.owner = new PersonId(owner);
        this.keys = keys;
        this.algorithm = algorithm;
    }

    static HandMadePasskey es256(UUID owner) {
        return of(owner, "EC", 256, "SHA256withECDSA");
    }

    static HandMadePasskey es384(UUID owner) {
        return of(owner, "EC", 384, "SHA384withECDSA");
    }

    static HandMadePasskey rs256(UUID owner) {
        return of(owner, "RSA", 2048, "SHA256withRSA");
    }

    static HandMadePasskey edDsa(UUID owner) {
        return of(owner, "Ed25519", 255, "Ed25519");
    }

    private static HandMadePasskey of(UUID owner, String family, int bits, String algorithm) {
        try {
            var generator = KeyPairGenerator.getInstance(family);
            generator.initialize(bits);
            return new HandMadePasskey(owner, generator.generateKeyPair(), algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Passkeys.Signature sign(byte[] digest) {
        return sign(digest, "webauthn.get", 0b101);
    }

    Passkeys.Signature sign(byte[] digest, String type, int flags) {
        var challenge = ByteBuffer.allocate(64).put(digest);
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var clientData = """
                {"type":"%s","challenge":"%s","origin":"https://studio.example","crossOrigin":false}""".formatted(
                type, BASE64URL.encodeToString(challenge.put(random).array())).getBytes(StandardCharsets.UTF_8);
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var authenticatorData = ByteBuffer.allocate(37)
                    .put(sha256.digest("studio.example".getBytes(StandardCharsets.UTF_8)))
                    .put((byte) flags)
                    .putInt(1)
                    .array();
            var signer = Signature.getInstance(algorithm);
            signer.initSign(keys.getPrivate());
            signer.update(authenticatorData);
            signer.update(sha256.digest(clientData));
            return new Passkeys.Signature(
                    owner,
                    "credential-1",
                    BASE64URL.encodeToString(keys.getPublic().getEncoded()),
                    BASE64URL.encodeToString(authenticatorData),
                    BASE64URL.encodeToString(clientData),
                    BASE64URL.encodeToString(signer.sign()),
                    Instant.parse("2026-11-23T09:00:00Z"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
