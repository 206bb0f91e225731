package studio.selfsame.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A generated secret in a file that only its owner can read. */
record SecretFile(Path path) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    /** The secret; made on first sight: 192 random bits as 32 characters of base64url. */
    String readOrCreate() {
        try {
            if (!Files.exists(path)) {
                write(random());
            }
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write the secret in `" + path + "`", e);
        }
    }

    /** Writes whole or not at all, mode 0600 from the first byte. */
    void write(String secret) {
        var half = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(half, secret + "\n");
            Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileAlreadyExistsException e) {
            throw new UncheckedIOException("somebody else is writing `" + path + "`", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the secret in `" + path + "`", e);
        }
    }

    static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SecretFile[" + path + "]";
    }
}
