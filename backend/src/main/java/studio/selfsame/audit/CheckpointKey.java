package studio.selfsame.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The key that signs checkpoints. */
final class CheckpointKey {
    private final NoteKey key;

    private CheckpointKey(NoteKey key) {
        this.key = key;
    }

    /** The key in {@code file}, generated on the first start. */
    static CheckpointKey openOrGenerate(String origin, Path file) throws IOException, GeneralSecurityException {
        return new CheckpointKey(NoteKey.openOrGenerate(origin, file));
    }

    /** The signed note for a tree: origin, size, root, and the signature over them. */
    String sign(long size, byte[] root) {
        return key.sign(CheckpointNote.text(verifier().name(), size, root));
    }

    /** The public half. */
    VerifierKey verifier() {
        return key.verifier();
    }

    @Override
    public String toString() {
        return "CheckpointKey[" + verifier() + "]";
    }
}
