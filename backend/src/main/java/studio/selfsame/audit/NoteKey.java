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
import java.util.Optional;
import java.util.UUID;

/**
 * An Ed25519 key that signs texts as C2SP signed notes; kept in a file that only its owner can read. Whoever signs another
 * kind of text takes a key and a name of their own, so that no signature can pass for one of another kind.
 */
public final class NoteKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int RAW_KEY_BYTES = 32;

    private final PrivateKey secret;
    private final VerifierKey verifier;

    private NoteKey(PrivateKey secret, VerifierKey verifier) {
        this.secret = secret;
        this.verifier = verifier;
    }

    /**
     * The key in {@code file}, generated on the first start: secret (PKCS #8) and public (X.509) as lines of base64.
     *
     * @param name of the key's owner, without spaces and plus signs
     */
    public static NoteKey openOrGenerate(String name, Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            generate(file);
        }
        var lines = Files.readAllLines(file);
        var decoder = Base64.getDecoder();
        var secret = KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines.getFirst())));
        var encoded = decoder.decode(lines.get(1));
        var raw = Arrays.copyOfRange(encoded, encoded.length - RAW_KEY_BYTES, encoded.length);
        return new NoteKey(secret, new VerifierKey(name, VerifierKey.Kind.LOG, raw));
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

    /**
     * The signed note of a text.
     *
     * @param text ends with a line feed and holds no other control characters
     * @throws IllegalArgumentException when the text cannot be a note's, or the note would be longer than one may be
     */
    public String sign(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("a note's text ends with a line feed");
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            var line = SignedNote.Signature.line(verifier.name(), verifier.id(), signature.sign());
            var note = text + "\n" + line + "\n";
            SignedNote.parse(note);
            return note;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + verifier.name() + " cannot sign", e);
        }
    }

    /**
     * The text of a note, if this key has signed it and no signature of that key's name and id fails.
     *
     * @param verifierKey {@code NAME+ID+KEY}
     * @throws IllegalArgumentException when one of the two cannot be read
     */
    public static Optional<String> signedText(String note, String verifierKey) {
        var key = VerifierKey.parse(verifierKey, VerifierKey.Kind.LOG);
        var read = SignedNote.parse(note);
        return read.isSignedBy(key) ? Optional.of(read.text()) : Optional.empty();
    }

    /** The public half as C2SP tools take it, {@code NAME+ID+KEY}. */
    public String verifierKey() {
        return verifier.toString();
    }

    VerifierKey verifier() {
        return verifier;
    }

    @Override
    public String toString() {
        return "NoteKey[" + verifier + "]";
    }
}
