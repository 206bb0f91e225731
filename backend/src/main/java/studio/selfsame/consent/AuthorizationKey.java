package studio.selfsame.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that this studio signs authorizations with: 32 random bytes in a file of mode 0600. */
final class AuthorizationKey {
    static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec secret;

    private AuthorizationKey(byte[] bytes) {
        secret = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** Several processes may start at once: the first whole file counts for all. */
    static AuthorizationKey openOrGenerate(Path file) {
        try {
            if (!Files.exists(file)) {
                generate(file);
            }
            var bytes = Files.readAllBytes(file);
            if (bytes.length != BYTES) {
                throw new IllegalStateException(
                        "The key `" + file + "` is damaged: it must hold " + BYTES
                                + " bytes. Restore it, or remove it so that a new one is made; running work must then ask anew.");
            }
            return new AuthorizationKey(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The key `" + file + "` cannot be read or written.", e);
        }
    }

    byte[] sign(byte[] text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static void generate(Path file) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var draft = folder.resolve("." + UUID.randomUUID());
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(draft, bytes);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was faster; its key is the one.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public String toString() {
        return "AuthorizationKey[" + ALGORITHM + "]";
    }
}
