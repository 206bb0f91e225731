package studio.selfsame.sealing.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
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
        writeAll(out, ManifestBox.write(new byte[storeBytes]), at);
        byte[] hash = copyAndHash(in, before, out, boxBytes);
        byte[] store = draft.assemble(HardBinding.ofBoxes(hash), signer);
        if (store.length != storeBytes) {
            throw new IllegalStateException("a manifest of another size than planned");
        }
        writeAll(out, ManifestBox.write(store), at);
        out.force(true);
        return HexFormat.of().formatHex(Digests.sha256().digest(store));
    }

    /** Media data, nearly all of a file, are read once: hashed on their way, after what stands before them is as it will be. */
    private static byte[] copyAndHash(FileChannel in, List<BmffBox> before, FileChannel out, int by)
            throws IOException {
        long from = before.getFirst().end();
        List<BmffBox> after = before.stream()
                .map(box -> box.offset() < from ? box : box.movedBy(by))
                .toList();
        for (int i = 0; i < before.size(); i++) {
            if (!isMedia(before.get(i))) {
                copy(in, before.get(i), out, after.get(i));
            }
        }
        ChunkOffsets.shift(out, after, from, by);
        MessageDigest digest = Digests.sha256();
        for (int i = 0; i < before.size(); i++) {
            if (isMedia(before.get(i))) {
                BmffHash.copy(in, before.get(i), out, after.get(i), digest);
            } else {
                BmffHash.add(out, after.get(i), BmffExclusion.mandatory(), digest);
            }
        }
        return digest.digest();
    }

    private static boolean isMedia(BmffBox box) {
        return box.type().equals("mdat");
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

    private static void copy(FileChannel in, BmffBox from, FileChannel out, BmffBox to) throws IOException {
        out.position(to.offset());
        for (long done = 0; done < from.size(); ) {
            long moved = in.transferTo(from.offset() + done, from.size() - done, out);
            if (moved <= 0) {
                throw new MalformedCredentialsException("the file is cut off");
            }
            done += moved;
        }
    }

    private static void writeAll(FileChannel out, byte[] bytes, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer, at + buffer.position());
        }
    }
}
