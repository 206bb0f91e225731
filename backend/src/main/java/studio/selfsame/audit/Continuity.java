package studio.selfsame.audit;

import java.util.Arrays;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/**
 * Whether the tree in the database still begins with the trees that were signed before. One that does not was put back
 * from a backup, or changed.
 */
@Component
class Continuity {
    static final String STAGE = "audit";

    private final AuditRows rows;
    private final MerkleTree tree;
    private final CheckpointRows checkpoints;
    private final CheckpointFile file;
    private final CheckpointKey key;

    Continuity(AuditRows rows, CheckpointRows checkpoints, CheckpointFile file, CheckpointKey key) {
        this.rows = rows;
        this.tree = new MerkleTree(rows);
        this.checkpoints = checkpoints;
        this.file = file;
        this.key = key;
    }

    /** @throws ProblemException when the tree does not continue the newest checkpoint, in the file or in the database */
    void require() {
        var inFile =
                file.read().filter(note -> note.origin().equals(key.verifier().name()));
        if (inFile.isPresent()) {
            if (!inFile.get().isSignedBy(key.verifier())) {
                throw broken("The checkpoint in `" + file.path() + "` is not signed by the key beside it.");
            }
            requirePrefix(inFile.get().size(), inFile.get().root(), "the checkpoint in `" + file.path() + "`");
        }
        checkpoints
                .newest()
                .ifPresent(newest -> requirePrefix(newest.size(), newest.root(), "the newest checkpoint it kept"));
    }

    private void requirePrefix(long size, byte[] root, String what) {
        long present = rows.size();
        if (present < size) {
            throw broken("The audit trail in the database has " + present + " entries, but " + what + " counts " + size
                    + ": an old backup of the database was put back, or the newest entries were removed.");
        }
        if (!Arrays.equals(root, rootOf(size))) {
            throw broken("The first " + size + " entries of the audit trail in the database are not those of " + what
                    + ": another database was put in its place, or entries were changed.");
        }
    }

    private byte[] rootOf(long size) {
        try {
            return tree.root(size);
        } catch (EmptyResultDataAccessException missing) {
            return new byte[0];
        }
    }

    private ProblemException broken(String cause) {
        return new ProblemException(
                ProblemException.Kind.UNAVAILABLE,
                new Problem(
                        STAGE,
                        cause,
                        "No checkpoint is signed and a server does not start on this database, because signing would"
                                + " cover up what is missing.",
                        "Put back the newest backup of the database; it must be as new as that checkpoint. If there is"
                                + " none, what was recorded since is lost: keep `" + file.path()
                                + "` as evidence, export"
                                + " the trail with `./selfsame audit export`, set selfsame.audit.origin to a new name and"
                                + " begin on an empty database."));
    }
}
