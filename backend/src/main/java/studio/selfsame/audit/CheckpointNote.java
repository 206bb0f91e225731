package studio.selfsame.audit;

import java.util.Base64;

/**
 * A C2SP checkpoint, read.
 *
 * @param origin name of the log
 * @param root 32 bytes
 */
record CheckpointNote(String origin, long size, byte[] root, SignedNote note) {
    /** @throws IllegalArgumentException when it is not a checkpoint */
    static CheckpointNote parse(String text) {
        var note = SignedNote.parse(text);
        var lines = note.text().split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        var root = Base64.getDecoder().decode(lines[2]);
        if (root.length != Sha256.BYTES) {
            throw new IllegalArgumentException("a checkpoint without root");
        }
        return new CheckpointNote(lines[0], Long.parseLong(lines[1]), root, note);
    }

    static String text(String origin, long size, byte[] root) {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** Whether there is a signature by the key that verifies, and none that does not. */
    boolean isSignedBy(VerifierKey key) {
        return note.isSignedBy(key);
    }
}
