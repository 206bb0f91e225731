package studio.selfsame.audit;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has witnesses sign the newest checkpoint. One that is down is asked again next time; nothing else waits for it. */
@Component
class Witnessing {
    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);

    private final List<Witness> witnesses;
    private final CheckpointRows checkpoints;
    private final MerkleTree tree;
    private final WitnessClient client = new WitnessClient();

    Witnessing(AuditProperties properties, CheckpointRows checkpoints, AuditRows rows) {
        this.witnesses = properties.witnessesKnown();
        this.checkpoints = checkpoints;
        this.tree = new MerkleTree(rows);
    }

    /** Shows the newest checkpoint to every witness that has not signed it. */
    void showNewest() throws InterruptedException {
        var newest = checkpoints.newest().filter(checkpoint -> checkpoint.size() > 0);
        if (newest.isEmpty()) {
            return;
        }
        for (var witness : witnesses) {
            if (checkpoints.sizeCosignedBy(witness.key()) < newest.get().size()) {
                show(witness, newest.get());
            }
        }
    }

    private void show(Witness witness, StoredCheckpoint checkpoint) throws InterruptedException {
        try {
            long old = checkpoints.sizeCosignedBy(witness.key());
            var answer = add(witness, checkpoint, old);
            if (answer instanceof WitnessClient.Answer.Knows knows
                    && knows.size() != old
                    && knows.size() >= 0
                    && knows.size() <= checkpoint.size()) {
                answer = add(witness, checkpoint, knows.size());
            }
            heed(witness, checkpoint, answer);
        } catch (IOException e) {
            LOG.warn(
                    "the witness {} did not sign the checkpoint: {}",
                    witness.key().name(),
                    e.getMessage());
        }
    }

    private WitnessClient.Answer add(Witness witness, StoredCheckpoint checkpoint, long old)
            throws IOException, InterruptedException {
        List<byte[]> proof = old == 0 ? List.of() : tree.consistency(old, checkpoint.size());
        return client.add(witness, old, proof, checkpoint.note());
    }

    private void heed(Witness witness, StoredCheckpoint checkpoint, WitnessClient.Answer answer) {
        var name = witness.key().name();
        switch (answer) {
            case WitnessClient.Answer.Cosigned cosigned -> keep(witness, checkpoint, cosigned.lines());
            case WitnessClient.Answer.Knows knows ->
                LOG.error(
                        "the witness {} has signed a tree of {} entries, which the present one of {} does not continue:"
                                + " the database was put back from a backup, or the trail was changed",
                        name,
                        knows.size(),
                        checkpoint.size());
            case WitnessClient.Answer.Refused refused ->
                LOG.warn("the witness {} refused the checkpoint with status {}", name, refused.status());
        }
    }

    private void keep(Witness witness, StoredCheckpoint checkpoint, List<SignedNote.Signature> lines) {
        var text = CheckpointNote.parse(checkpoint.note()).note().text();
        lines.stream()
                .filter(line -> witness.key().isNamedBy(line) && witness.key().verifies(text, line))
                .findFirst()
                .ifPresentOrElse(
                        line -> checkpoints.cosigned(checkpoint.size(), witness.key(), line.line()),
                        () -> LOG.warn(
                                "the witness {} answered without a signature of its own",
                                witness.key().name()));
    }
}
