package studio.selfsame.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import studio.selfsame.problem.ProblemException;

/** Signs checkpoints and keeps them, in the database and the newest beside the key: a history that only grows. */
@Component
class Checkpoints {
    private final AuditRows rows;
    private final MerkleTree tree;
    private final CheckpointRows kept;
    private final CheckpointFile file;
    private final CheckpointKey key;
    private final Continuity continuity;
    private final Integration integration;
    private final Duration every;
    private final Clock clock;

    Checkpoints(
            AuditRows rows,
            CheckpointRows kept,
            CheckpointFile file,
            CheckpointKey key,
            Continuity continuity,
            Integration integration,
            AuditProperties properties,
            ObjectProvider<Clock> clock) {
        this.rows = rows;
        this.tree = new MerkleTree(rows);
        this.kept = kept;
        this.file = file;
        this.key = key;
        this.continuity = continuity;
        this.integration = integration;
        this.every = properties.checkpointEvery();
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** One more, unless the last is too young or the tree has not grown. */
    Optional<StoredCheckpoint> takeIfDue() {
        integration.integrate();
        var newest = kept.newest();
        var young = newest.isPresent() && newest.get().signedAt().plus(every).isAfter(clock.instant());
        return young || newest.map(StoredCheckpoint::size).equals(Optional.of(rows.size()))
                ? Optional.empty()
                : Optional.of(take());
    }

    /**
     * Of the tree as it is now; the last one where it has not grown.
     *
     * @throws ProblemException when the tree does not continue the last one
     */
    synchronized StoredCheckpoint take() {
        continuity.require();
        integration.integrate();
        long size = rows.size();
        var newest = kept.newest().filter(last -> last.size() == size);
        return newest.orElseGet(() -> keep(size));
    }

    private StoredCheckpoint keep(long size) {
        var root = tree.root(size);
        integration.awaitDisk();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        kept.insert(new StoredCheckpoint(size, root, now, key.sign(size, root)));
        // of several servers one was the first, and all publish the same
        var first = kept.newest().orElseThrow();
        file.write(first.note());
        return first;
    }

    /** What outsiders are shown: the newest that was kept, with what witnesses signed. */
    String published() {
        return kept.cosigned(kept.newest().orElseGet(this::take));
    }
}
