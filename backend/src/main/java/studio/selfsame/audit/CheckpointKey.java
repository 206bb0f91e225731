package studio.selfsame.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;

/** The Ed25519 key that signs checkpoints as C2SP signed notes; kept in a file that only its owner can read. */
final class CheckpointKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int RAW_KEY_BYTES = 32;

    private final PrivateKey secret;
    private final VerifierKey verifier;

    private CheckpointKey(PrivateKey secret, VerifierKey verifier) {
        this.secret = secret;
        this.verifier = verifier;
    }

    /** The key in {@code file}, generated on the first start: secret (PKCS #8) and public (X.509) as lines of base64. */
    static CheckpointKey openOrGenerate(String origin, Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            generate(file);
        }
        var lines = Files.readAllLines(file);
        var decoder = Base64.getDecoder();
        var secret = KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines.getFirst())));
        var encoded = decoder.decode(lines.get(1));
        var raw = Arrays.copyOfRange(encoded, encoded.length - RAW_KEY_BYTES, encoded.length);
        return new CheckpointKey(secret, new VerifierKey(origin, VerifierKey.Kind.LOG, raw));
    }

    private static void generate(Path file) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        var encoder = Base64.getEncoder();
        var text = encoder.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                + encoder.encodeToString(pair.getPublic().getEncoded()) + "\n";
        Files.createDirectories(
                Objects.requireNonNull(file.getParent()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var draft = file.resolveSibling("." + UUID.randomUUID());
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, text);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was faster; its key counts.
            return;
        } finally {
            Files.delete(draft);
        }
    }

    /** The signed note for a tree: origin, size, root, and the signature over them. */
    String sign(long size, byte[] root) {
        var body = CheckpointNote.text(verifier.name(), size, root);
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            var line = SignedNote.Signature.line(verifier.name(), verifier.id(), signature.sign());
            return body + "\n" + line + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the audit trail's key cannot sign", e);
        }
    }

    /** The public half. */
    VerifierKey verifier() {
        return verifier;
    }

    @Override
    public String toString() {
        return "CheckpointKey[" + verifier + "]";
    }
}
