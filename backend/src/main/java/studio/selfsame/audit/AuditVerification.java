package studio.selfsame.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an export with nothing but the export, and with what the verifier knows from elsewhere: the log's key, a
 * checkpoint of earlier, keys of witnesses.
 */
public final class AuditVerification {
    private static final int MOST_NOTE_BYTES = 1 << 16;
    private static final int MOST_TILE_BYTES = TilePath.FULL * (2 + (1 << 16));

    private final ExportFolder folder;
    private final CheckpointNote checkpoint;
    private final VerifierKey key;
    private final Findings findings = new Findings();
    private final List<String> checked = new ArrayList<>();
    private @Nullable UnreadableExportException unreadable;

    private AuditVerification(ExportFolder folder, Optional<String> given) throws UnreadableExportException {
        this.folder = folder;
        this.checkpoint = checkpoint(publicText(AuditExport.CHECKPOINT), AuditExport.CHECKPOINT);
        this.key = key(given.orElse(publicText(AuditExport.KEY)), VerifierKey.Kind.LOG);
        checked.add("log " + checkpoint.origin() + ", " + checkpoint.size() + " entries, root "
                + HexFormat.of().formatHex(checkpoint.root()));
        checked.add("key " + key
                + (given.isPresent() ? ", as given" : ", from the export itself: compare it with the one you know"));
    }

    /**
     * What to verify with.
     *
     * @param key the log's verifier key; that of the export where none is given
     * @param since file with a checkpoint of earlier, which the log must continue
     * @param witnesses verifier keys of witnesses, each of which must have signed
     */
    public record With(Optional<String> key, Optional<Path> since, List<String> witnesses) {}

    /**
     * Verifies.
     *
     * @param export folder that {@link AuditExport} wrote, or its public part; it may be hostile
     * @throws UnreadableExportException when nothing can be said
     */
    public static VerificationReport verify(Path export, With with) throws UnreadableExportException {
        return new AuditVerification(ExportFolder.open(export), with.key()).verify(with);
    }

    private VerificationReport verify(With with) throws UnreadableExportException {
        if (!checkpoint.isSignedBy(key)) {
            findings.add("the checkpoint is not signed by this key");
        }
        var witnesses = new ArrayList<VerifierKey>();
        for (var witness : with.witnesses()) {
            witnesses.add(key(witness, VerifierKey.Kind.WITNESS));
        }
        var since =
                with.since().isPresent() ? Optional.of(earlier(with.since().get())) : Optional.<CheckpointNote>empty();
        try (var history = new CheckpointHistory(folder, key, witnesses, findings);
                var disclosure = new Disclosure(folder, findings)) {
            var tree = new TreeReplay(this::hold);
            hold(tree, history, since);
            boolean complete = true;
            while (complete && tree.size() < checkpoint.size()) {
                complete = bundle(tree, history, disclosure, since);
            }
            if (complete) {
                end(tree, history, disclosure);
            }
            checked.add(tree.size() + " entries hashed again, tile by tile");
            checked.addAll(disclosure.checked());
            checked.addAll(history.checked());
        }
        since.filter(note -> note.size() > checkpoint.size())
                .ifPresent(note -> findings.add("the checkpoint of earlier counts " + note.size()
                        + " entries, and the log now ends at " + checkpoint.size()
                        + ": an old backup was put back, or the newest entries were removed"));
        since.ifPresent(note -> checked.add("held against the checkpoint of earlier, of " + note.size() + " entries"));
        return new VerificationReport(List.copyOf(checked), findings.told());
    }

    private void end(TreeReplay tree, CheckpointHistory history, Disclosure disclosure)
            throws UnreadableExportException {
        tree.end();
        if (unreadable != null) {
            throw unreadable;
        }
        if (!Arrays.equals(tree.root(), checkpoint.root())) {
            findings.add("the entries do not make the tree that was signed");
        }
        history.cosignatures(checkpoint);
        history.end(tree.size());
        disclosure.end();
    }

    /** The next 256 entries or the last few; false where they are not there and nothing more can be hashed. */
    private boolean bundle(
            TreeReplay tree, CheckpointHistory history, Disclosure disclosure, Optional<CheckpointNote> since)
            throws UnreadableExportException {
        long left = checkpoint.size() - tree.size();
        var path = new TilePath(TilePath.ENTRIES, tree.size() / TilePath.FULL, (int) Math.min(TilePath.FULL, left));
        var bytes = folder.read(file(path), MOST_TILE_BYTES);
        if (bytes.isEmpty()) {
            findings.add(file(path) + " is missing, with the entries from " + tree.size() + " on");
            return false;
        }
        var in = ByteBuffer.wrap(bytes.get());
        for (int i = 0; i < path.width(); i++) {
            int length = in.remaining() < 2 ? -1 : in.getShort() & 0xffff;
            if (length < 0 || length > in.remaining()) {
                findings.add(file(path) + " ends within entry " + tree.size());
                return false;
            }
            var commitment = new byte[length];
            in.get(commitment);
            if (length != Sha256.BYTES) {
                findings.add("entry " + tree.size() + (length == 0 ? " was taken out" : " is not a commitment"));
            }
            disclosure.hold(tree.size(), commitment);
            tree.add(commitment);
            hold(tree, history, since);
        }
        if (in.hasRemaining()) {
            findings.add(file(path) + " holds more than its " + path.width() + " entries");
        }
        return true;
    }

    private void hold(TreeReplay tree, CheckpointHistory history, Optional<CheckpointNote> since)
            throws UnreadableExportException {
        history.hold(tree);
        if (since.isPresent()
                && since.get().size() == tree.size()
                && !Arrays.equals(since.get().root(), tree.root())) {
            findings.add("the first " + tree.size() + " entries are not those of the checkpoint of earlier");
        }
    }

    private void hold(TilePath path, byte[] hashes) {
        try {
            var there = folder.read(file(path), hashes.length);
            if (there.isEmpty()) {
                findings.add(file(path) + " is missing");
            } else if (!Arrays.equals(there.get(), hashes)) {
                findings.add(file(path) + " does not follow from the entries, from entry "
                        + path.index() * (TilePath.FULL << (8 * path.level())) + " on");
            }
        } catch (UnreadableExportException e) {
            unreadable = e;
        }
    }

    private CheckpointNote earlier(Path file) throws UnreadableExportException {
        try {
            if (Files.size(file) > MOST_NOTE_BYTES) {
                throw new UnreadableExportException("`" + file + "` is no checkpoint");
            }
            var note = checkpoint(ExportFolder.text(file.toString(), Files.readAllBytes(file)), file.toString());
            if (!note.isSignedBy(key)) {
                findings.add("the checkpoint of earlier is not signed by this key");
            }
            return note;
        } catch (IOException e) {
            throw new UnreadableExportException("`" + file + "` cannot be read");
        }
    }

    private String publicText(String name) throws UnreadableExportException {
        return folder.text(AuditExport.PUBLIC + "/" + name, MOST_NOTE_BYTES)
                .orElseThrow(() -> new UnreadableExportException("there is no `" + name + "`"));
    }

    private static String file(TilePath path) {
        return AuditExport.PUBLIC + "/tile/" + path;
    }

    private static CheckpointNote checkpoint(String text, String name) throws UnreadableExportException {
        try {
            return CheckpointNote.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableExportException("`" + name + "` is no checkpoint");
        }
    }

    private static VerifierKey key(String text, VerifierKey.Kind kind) throws UnreadableExportException {
        try {
            return VerifierKey.parse(text, kind);
        } catch (IllegalArgumentException e) {
            throw new UnreadableExportException(String.valueOf(e.getMessage()));
        }
    }
}
