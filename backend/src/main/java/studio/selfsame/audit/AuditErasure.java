package studio.selfsame.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.problem.ProblemException;

/**
 * Erases what entries say when the law asks for it. Their commitments and the tree stay, so every proof still verifies,
 * and the erasure is on the trail.
 */
@Service
public class AuditErasure {
    private final AuditRows rows;
    private final AuditAppender appender;
    private final TransactionTemplate transaction;

    AuditErasure(AuditRows rows, AuditAppender appender, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.appender = appender;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Erases all entries about the subjects, in the caller's transaction if there is one.
     *
     * @param subjects ids as the entries have them
     * @param reason a code, lower case letters, digits and hyphens, 40 at most: it is recorded
     * @return how many entries were erased; with none, nothing is recorded
     * @throws ProblemException when the reason is no code, or one of the subjects is the trail itself
     */
    public int erase(Set<String> subjects, String reason) {
        if (!reason.matches("[a-z0-9-]{1,40}")) {
            throw ProblemException.unusable(
                    "audit",
                    "`" + reason + "` is not a reason's code.",
                    "Nothing was erased.",
                    "Use up to 40 lower case letters, digits and hyphens, e.g. `retention`.");
        }
        if (subjects.contains(EntriesErased.SUBJECT)) {
            throw ProblemException.unusable(
                    "audit",
                    "`" + EntriesErased.SUBJECT + "` is the trail itself.",
                    "Nothing was erased.",
                    "Name the ids of those whose entries are to go.");
        }
        return transaction.execute(status -> eraseNow(subjects, reason));
    }

    /** How many entries were recorded then or before and say still what. Entries about the trail itself are not among them. */
    public int recordedUpTo(Instant time) {
        return rows.countUpTo(time);
    }

    /**
     * Erases such entries, the oldest first and some thousands at most, in the caller's transaction if there is one. What
     * tells of erasures stays: without it an erased entry would be a fault.
     *
     * @return how many; 0 when there are no more
     */
    public int eraseUpTo(Instant time, String reason) {
        return transaction.execute(status -> erase(rows.indexesUpTo(time), reason));
    }

    private int eraseNow(Set<String> subjects, String reason) {
        rows.integrate();
        return erase(rows.indexesOf(subjects), reason);
    }

    private int erase(List<Long> indexes, String reason) {
        if (!indexes.isEmpty()) {
            long by = appender.append(EntriesErased.of(indexes, reason));
            rows.erase(indexes, by);
        }
        return indexes.size();
    }
}
