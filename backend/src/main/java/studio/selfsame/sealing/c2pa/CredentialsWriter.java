package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Puts signed credentials into an MP4, between {@code ftyp} and all that follows. */
public final class CredentialsWriter {
    private static final Set<StandardOpenOption> CHANGE = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);

    private CredentialsWriter() {}

    /**
     * Signs a file in place. Where a {@code free} box before the media data is large enough the manifest takes its room, and
     * all that is written is the manifest and the index behind it; else the file is replaced by a copy that has such room.
     * Memory does not depend on the file's size. Until this returns the file is not fit for use: it is the caller's to give
     * it a name afterwards.
     *
     * @param file an MP4 that is not fragmented and carries no credentials yet
     * @return SHA-256 of the manifest store, 64 hex digits
     * @throws MalformedCredentialsException if the file cannot carry a manifest
     */
    public static String sign(Path file, ManifestDraft draft, ClaimSigner signer)
            throws IOException, GeneralSecurityException {
        int boxBytes = ManifestBox.sizeFor(draft.sizeOfStore(HardBinding.ofBoxes(new byte[32]), signer));
        if (!hasRoom(file, boxBytes)) {
            makeRoom(file, boxBytes);
        }
        try (FileChannel channel = FileChannel.open(file, CHANGE)) {
            long at = FrontRoom.in(channel).orElseThrow().take(channel, boxBytes);
            byte[] hash = BmffHash.of(channel, BmffExclusion.mandatory(), Digests.sha256());
            byte[] store = draft.assemble(HardBinding.ofBoxes(hash), signer);
            byte[] box = ManifestBox.write(store);
            if (box.length != boxBytes) {
                throw new IllegalStateException("a manifest of another size than planned");
            }
            FrontRoom.write(channel, box, at);
            channel.force(true);
            return HexFormat.of().formatHex(Digests.sha256().digest(store));
        }
    }

    private static boolean hasRoom(Path file, int bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            requirePlain(channel);
            return FrontRoom.in(channel).filter(room -> room.holds(bytes)).isPresent();
        }
    }

    private static void makeRoom(Path file, int bytes) throws IOException {
        Path roomy = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "roomy",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
                    FileChannel out = FileChannel.open(roomy, CHANGE)) {
                RoomyCopy.write(in, out, bytes, RoomyCopy.NARROW_OFFSETS);
            }
            Files.move(roomy, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(roomy);
        }
    }

    private static void requirePlain(FileChannel in) throws IOException {
        List<BmffBox> roots = BmffWalker.roots(in);
        if (roots.isEmpty() || !roots.getFirst().type().equals("ftyp")) {
            throw new MalformedCredentialsException("no MP4: it does not begin with its type");
        }
        if (roots.stream().anyMatch(box -> box.type().equals("moof"))) {
            throw new MalformedCredentialsException("a fragmented MP4");
        }
        if (!ManifestBox.among(in, roots).isEmpty()) {
            throw new MalformedCredentialsException("the file carries credentials already");
        }
    }
}
