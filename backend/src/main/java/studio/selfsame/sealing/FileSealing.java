package studio.selfsame.sealing;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.util.FileSystemUtils;
import studio.selfsame.media.Media;
import studio.selfsame.sealing.c2pa.CredentialsWriter;
import studio.selfsame.sealing.c2pa.MalformedCredentialsException;
import studio.selfsame.sealing.c2pa.ManifestDraft;
import studio.selfsame.sealing.c2pa.StoredManifest;
import studio.selfsame.sealing.label.Label;
import studio.selfsame.watermark.AlreadyMarkedException;
import studio.selfsame.watermark.Payload;
import studio.selfsame.work.WorkMonitor;

/** Label, marks, Content Credentials, and all of them read back. There is no other way to a file, and no way around a step. */
final class FileSealing {
    private static final int MOST_IDS = 3;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Media media;
    private final MarkKeys marks;
    private final SigningIdentity identity;
    private final ContentCredentials credentials;
    private final SecureRandom random = new SecureRandom();

    FileSealing(Media media, MarkKeys marks, SigningIdentity identity, ContentCredentials credentials) {
        this.media = media;
        this.marks = marks;
        this.identity = identity;
        this.credentials = credentials;
    }

    /** What is claimed of an output. */
    @FunctionalInterface
    interface Claims {
        ManifestDraft of(String outputId) throws IOException;
    }

    /**
     * Seals and reads everything back. Some ids sit badly in some sounds: an id that cannot be read back is thrown away with
     * its file, and another is drawn.
     *
     * @param folder empty scratch that only its owner can read; the caller erases it
     * @return the last file that was made, which is not whole when no id could be read back
     */
    SealedFile seal(Undisclosed material, Claims claims, Path folder, WorkMonitor monitor)
            throws IOException, GeneralSecurityException {
        Label label = LabelForVideo.of(material, monitor);
        for (int left = MOST_IDS - 1; ; left--) {
            SealedFile file = seal(material, label, claims, new Payload(random.nextLong()), folder, monitor);
            if (left == 0 || file.found().isWhole()) {
                return file;
            }
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectory(folder, OWNER_ONLY);
        }
    }

    private SealedFile seal(
            Undisclosed material, Label label, Claims claims, Payload payload, Path folder, WorkMonitor monitor)
            throws IOException, GeneralSecurityException {
        Declared declared = material.declared();
        var metadata = new FileMetadata(declared, payload.toHex());
        Path disclosed = folder.resolve("disclosed.mp4");
        Path sealed = folder.resolve("sealed.mp4");
        monitor.progress("labelling and marking", 0, Map.of());
        DisclosedVideo.Drawn drawn;
        try {
            drawn = new DisclosedVideo(media, marks.current(), monitor)
                    .write(material, label, payload, metadata.tags(), disclosed);
        } catch (AlreadyMarkedException marked) {
            throw SealingProblems.alreadyMarked(marked.payload());
        }
        monitor.progress("signing", 0.6, Map.of());
        XmpBox.append(disclosed, metadata.xmp());
        String manifestSha256 = sign(claims.of(payload.toHex()), disclosed);
        Files.move(disclosed, sealed);
        monitor.progress("reading everything back", 0.7, Map.of());
        var verification = new SelfVerification(media, marks, credentials, monitor);
        SelfVerification.Found found = verification.read(
                sealed, label, payload, material.frames(), material.sound().frames() > 0);
        found = found.drawn(drawn)
                .and(
                        XmpBox.read(sealed).equals(Optional.of(metadata.xmp())),
                        "The file does not say in its metadata where it comes from.");
        Optional<StoredManifest> stored = found.isWhole() ? manifestOf(sealed) : Optional.empty();
        Optional<OutputDisclosure> disclosure = stored.map(store -> new OutputDisclosure(
                declared,
                store,
                new OutputPrints(drawn.print(), verification.soundPrint()),
                marks.current().keyId()));
        return new SealedFile(
                payload.toHex(), sealed, Files.size(sealed), sha256(sealed), manifestSha256, found, disclosure);
    }

    private static Optional<StoredManifest> manifestOf(Path sealed) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(sealed)) {
            return StoredManifest.of(channel);
        }
    }

    private String sign(ManifestDraft draft, Path disclosed) throws IOException, GeneralSecurityException {
        try {
            return CredentialsWriter.sign(disclosed, draft, identity.signer());
        } catch (MalformedCredentialsException unfit) {
            throw SealingProblems.unverified(
                    "The encoded file cannot carry Content Credentials: " + unfit.getMessage() + ".");
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }
}
