package studio.selfsame.audit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The checkpoints of an export, smallest first, each held against the tree when that has grown so far. */
final class CheckpointHistory implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final ExportFolder.@Nullable Lines lines;
    private final VerifierKey key;
    private final List<VerifierKey> witnesses;
    private final Findings findings;
    private final Map<String, String> lastByWitness = new TreeMap<>();
    private Optional<CheckpointNote> next = Optional.empty();
    private long previous = -1;
    private long held;
    private long otherNames;

    CheckpointHistory(ExportFolder folder, VerifierKey key, List<VerifierKey> witnesses, Findings findings)
            throws UnreadableExportException {
        this.lines =
                folder.lines(AuditExport.PUBLIC + "/" + AuditExport.HISTORY).orElse(null);
        this.key = key;
        this.witnesses = witnesses;
        this.findings = findings;
        advance();
    }

    /** The tree is what it is: those of its size must say the same. */
    void hold(TreeReplay tree) throws UnreadableExportException {
        while (next.isPresent() && next.get().size() <= tree.size()) {
            var note = next.get();
            if (note.size() == tree.size()) {
                held++;
                hold(note, tree.root());
            }
            advance();
        }
    }

    private void hold(CheckpointNote note, byte[] root) {
        if (!Arrays.equals(note.root(), root)) {
            findings.add(
                    "the checkpoint of " + note.size() + " entries that was kept is of another tree: among the first "
                            + note.size() + " entries something was changed, put in or taken out");
        }
        if (!note.origin().equals(key.name())) {
            otherNames++;
        } else if (!note.isSignedBy(key)) {
            findings.add("the checkpoint of " + note.size() + " entries that was kept is not signed by the log's key");
        }
        cosignatures(note);
    }

    /** Holds the witnesses' lines below a checkpoint against the keys given. */
    void cosignatures(CheckpointNote note) {
        for (var witness : witnesses) {
            for (var line : note.note().signatures()) {
                if (witness.isNamedBy(line) && witness.verifies(note.note().text(), line)) {
                    var at = Instant.ofEpochSecond(
                            ByteBuffer.wrap(line.signature()).getLong());
                    lastByWitness.put(witness.toString(), "signed the tree of " + note.size() + " entries at " + at);
                } else if (witness.isNamedBy(line)) {
                    findings.add("the signature of the witness " + witness.name() + " below the checkpoint of "
                            + note.size() + " entries does not verify");
                }
            }
        }
    }

    /** The tree has ended: larger checkpoints speak of entries that are not there. */
    void end(long size) throws UnreadableExportException {
        while (next.isPresent()) {
            findings.add(
                    "a checkpoint of " + next.get().size() + " entries was signed and kept, and the export ends at "
                            + size + ": the newest entries were taken out");
            advance();
        }
        for (var witness : witnesses) {
            if (!lastByWitness.containsKey(witness.toString())) {
                findings.add("the witness " + witness.name() + " has signed none of the checkpoints");
            }
        }
    }

    List<String> checked() {
        var checked = new ArrayList<String>();
        checked.add(held + " kept checkpoints held against the tree"
                + (otherNames == 0 ? "" : ", " + otherNames + " of them signed under another name of the log"));
        for (var witness : witnesses) {
            checked.add("witness " + witness.name() + " "
                    + lastByWitness.getOrDefault(witness.toString(), "signed nothing"));
        }
        return checked;
    }

    private void advance() throws UnreadableExportException {
        var line = lines == null ? Optional.<String>empty() : lines.next();
        if (line.isEmpty()) {
            next = Optional.empty();
            return;
        }
        try {
            var note =
                    CheckpointNote.parse(JSON.readTree(line.get()).path("note").asString());
            if (note.size() <= previous) {
                findings.add(AuditExport.HISTORY + " is out of order at the checkpoint of " + note.size() + " entries");
            }
            previous = note.size();
            next = Optional.of(note);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnreadableExportException(where() + " is no checkpoint");
        }
    }

    private String where() {
        return lines == null ? AuditExport.HISTORY : lines.where();
    }

    @Override
    public void close() throws UnreadableExportException {
        if (lines != null) {
            lines.close();
        }
    }
}
