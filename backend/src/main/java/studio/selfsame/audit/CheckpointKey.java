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
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/** The Ed25519 key that signs checkpoints as C2SP signed notes; kept in a file that only its owner can read. */
final class CheckpointKey {
    private static final String ALGORITHM = "Ed25519";
    private static final byte ED25519_NOTE = 1;
    private static final int RAW_KEY_BYTES = 32;

    private final String origin;
    private final PrivateKey secret;
    private final byte[] publicKey;

    private CheckpointKey(String origin, PrivateKey secret, byte[] publicKey) {
        this.origin = origin;
        this.secret = secret;
        this.publicKey = publicKey;
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
        return new CheckpointKey(
                origin, secret, Arrays.copyOfRange(encoded, encoded.length - RAW_KEY_BYTES, encoded.length));
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
        var body = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            var line = concat(keyHash(), signature.sign());
            return body + "\n— " + origin + " " + Base64.getEncoder().encodeToString(line) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the audit trail's key cannot sign", e);
        }
    }

    /** The public key as C2SP signed-note verifiers take it: name, key hash and key, with plus signs between. */
    String verifierKey() {
        return origin + "+" + HexFormat.of().formatHex(keyHash()) + "+"
                + Base64.getEncoder().encodeToString(concat(new byte[] {ED25519_NOTE}, publicKey));
    }

    private byte[] keyHash() {
        var named = (origin + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(MerkleTree.sha256(named, new byte[] {ED25519_NOTE}, publicKey), 4);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Override
    public String toString() {
        return "CheckpointKey[" + verifierKey() + "]";
    }
}
