package studio.selfsame.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public Ed25519 key by the name of its owner, as C2SP signed notes know it: that of a log, which signs a note's text,
 * or that of a witness, which signs the text below the moment at which it saw it (cosignature/v1).
 *
 * @param publicKey 32 bytes
 */
record VerifierKey(String name, Kind kind, byte[] publicKey) {
    private static final String ALGORITHM = "Ed25519";
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int KEY_BYTES = 32;

    enum Kind {
        LOG((byte) 1),
        WITNESS((byte) 4);

        private final byte type;

        Kind(byte type) {
            this.type = type;
        }
    }

    /**
     * Reads {@code NAME+ID+KEY}.
     *
     * @throws IllegalArgumentException when it is not of that form, its id is another's, or it is not of this kind
     */
    static VerifierKey parse(String text, Kind kind) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || !parts[0].matches("\\S+")) {
            throw new IllegalArgumentException(
                    "a verifier key has the form NAME+ID+KEY, and `" + shown(text) + "` has not");
        }
        var key = Base64.getDecoder().decode(parts[2]);
        if (key.length != KEY_BYTES + 1 || key[0] != kind.type) {
            throw new IllegalArgumentException("`" + shown(text) + "` is not an Ed25519 key of type " + kind.type
                    + (kind == Kind.LOG ? ", as a log has" : ", as a witness has"));
        }
        var verifier = new VerifierKey(parts[0], kind, Arrays.copyOfRange(key, 1, key.length));
        if (!HexFormat.of().formatHex(verifier.id()).equals(parts[1])) {
            throw new IllegalArgumentException(
                    "the id in `" + shown(text) + "` is not that of its key: part of it was lost");
        }
        return verifier;
    }

    /** Four bytes. */
    byte[] id() {
        var named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Sha256.of(named, new byte[] {kind.type}, publicKey), 4);
    }

    /** Whether the line names this key; whether it verifies is another question. */
    boolean isNamedBy(SignedNote.Signature line) {
        return line.name().equals(name) && Arrays.equals(line.keyId(), id());
    }

    boolean verifies(String text, SignedNote.Signature line) {
        return switch (kind) {
            case LOG -> verifies(text.getBytes(StandardCharsets.UTF_8), line.signature());
            case WITNESS -> verifiesTimed(text, line.signature());
        };
    }

    private boolean verifiesTimed(String text, byte[] timed) {
        if (timed.length <= Long.BYTES) {
            return false;
        }
        long time = ByteBuffer.wrap(timed).getLong();
        var message = cosigned(time, text).getBytes(StandardCharsets.UTF_8);
        return time >= 0 && verifies(message, Arrays.copyOfRange(timed, Long.BYTES, timed.length));
    }

    /** What a witness signs. */
    static String cosigned(long posixSeconds, String text) {
        return "cosignature/v1\ntime " + posixSeconds + "\n" + text;
    }

    private boolean verifies(byte[] message, byte[] signature) {
        try {
            var encoded = ByteBuffer.allocate(X509_PREFIX.length + KEY_BYTES)
                    .put(X509_PREFIX)
                    .put(publicKey)
                    .array();
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature of the wrong length, or a key that is no point of the curve, verifies nothing.
            return false;
        }
    }

    private static String shown(String text) {
        return text.strip().substring(0, Math.min(text.strip().length(), 120));
    }

    /** The verifier key as C2SP tools take it. */
    @Override
    public String toString() {
        var typed =
                ByteBuffer.allocate(1 + KEY_BYTES).put(kind.type).put(publicKey).array();
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
