package studio.selfsame.release.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/** Keys with their certificates as text (RFC 7468), in a folder that only its owner can read. */
final class PemFolder {
    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final Path path;

    PemFolder(Path path) throws IOException {
        this.path = path;
        Files.createDirectories(path, FOLDER);
    }

    /** Makes or reads keys. */
    @FunctionalInterface
    interface Work<T> {
        T work() throws IOException, GeneralSecurityException;
    }

    /** While no other process does the same. */
    <T> T alone(Work<T> work) throws IOException, GeneralSecurityException {
        try (var lock = FileChannel.open(
                        path.resolve(".lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), FILE);
                var held = lock.lock()) {
            if (!held.isValid()) {
                throw new IOException("the folder of keys cannot be locked");
            }
            return work.work();
        }
    }

    boolean has(String name) {
        return Files.exists(path.resolve(name + ".pem"));
    }

    /** The certificate last: where it is, the key is too. */
    void write(String name, SealKey.Identity identity) throws IOException, GeneralSecurityException {
        write(name + ".key", "PRIVATE KEY", identity.key().getEncoded());
        write(name + ".pem", "CERTIFICATE", identity.certificate().getEncoded());
    }

    SealKey.Identity read(String name) throws IOException, GeneralSecurityException {
        return new SealKey.Identity(key(name + ".key"), certificate(name + ".pem"));
    }

    private PrivateKey key(String file) throws IOException, GeneralSecurityException {
        var text = Files.readString(path.resolve(file), StandardCharsets.US_ASCII);
        var der = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private X509Certificate certificate(String file) throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(path.resolve(file))));
    }

    /** Whole or not at all, 0600 from the first byte. */
    private void write(String file, String what, byte[] der) throws IOException {
        var draft = path.resolve(file + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, FILE);
        Files.writeString(
                draft,
                "-----BEGIN " + what + "-----\n" + LINES.encodeToString(der) + "\n-----END " + what + "-----\n",
                StandardCharsets.US_ASCII);
        Files.move(draft, path.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }
}
