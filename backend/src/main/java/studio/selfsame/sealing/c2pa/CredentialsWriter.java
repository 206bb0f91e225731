package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Puts signed credentials into an MP4: a copy with the manifest between {@code ftyp} and all that follows. */
public final class CredentialsWriter {
    private CredentialsWriter() {}

    /**
     * Writes the file with its credentials. Memory does not depend on its size.
     *
     * @param plain an MP4 that is not fragmented and carries no credentials yet
     * @param target must not exist; readable by its owner alone; removed again when anything fails
     * @return SHA-256 of the manifest store, 64 hex digits
     * @throws MalformedCredentialsException if {@code plain} cannot carry a manifest
     */
    public static String write(Path plain, Path target, ManifestDraft draft, ClaimSigner signer)
            throws IOException, GeneralSecurityException {
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel in = FileChannel.open(plain, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(target, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE))) {
            return write(in, out, draft, signer);
        } catch (IOException | GeneralSecurityException | RuntimeException failure) {
            Files.deleteIfExists(target);
            throw failure;
        }
    }

    private static String write(FileChannel in, FileChannel out, ManifestDraft draft, ClaimSigner signer)
            throws IOException, GeneralSecurityException {
        List<BmffBox> before = BmffWalker.roots(in);
        requirePlain(in, before);
        long at = before.getFirst().end();
        int storeBytes = draft.sizeOfStore(HardBinding.ofBoxes(new byte[32]), signer);
        int boxBytes = ManifestBox.sizeFor(storeBytes);
        copy(in, 0, at, out);
        writeAll(out, ManifestBox.write(new byte[storeBytes]), at);
        out.position(at + boxBytes);
        copy(in, at, in.size(), out);
        ChunkOffsets.shift(out, BmffWalker.roots(out), at, boxBytes);
        byte[] hash = BmffHash.of(out, BmffExclusion.mandatory(), Digests.sha256());
        byte[] store = draft.assemble(HardBinding.ofBoxes(hash), signer);
        if (store.length != storeBytes) {
            throw new IllegalStateException("a manifest of another size than planned");
        }
        writeAll(out, ManifestBox.write(store), at);
        out.force(true);
        return HexFormat.of().formatHex(Digests.sha256().digest(store));
    }

    private static void requirePlain(FileChannel in, List<BmffBox> roots) throws IOException {
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

    private static void copy(FileChannel in, long from, long to, FileChannel out) throws IOException {
        long at = from;
        while (at < to) {
            long moved = in.transferTo(at, to - at, out);
            if (moved <= 0) {
                throw new MalformedCredentialsException("the file is cut off");
            }
            at += moved;
        }
    }

    private static void writeAll(FileChannel out, byte[] bytes, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer, at + buffer.position());
        }
    }
}
