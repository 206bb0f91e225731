package studio.selfsame.consent.deletion;

import java.io.IOException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import studio.selfsame.retention.Retained;
import studio.selfsame.retention.RetentionClock;

/** What is left of ended likenesses is removed, and the certificates of those of which nothing is left are completed. */
@Component
class Leftovers implements Retained {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final CertificateTable table;
    private final DeletionCertificates certificates;

    Leftovers(CertificateTable table, DeletionCertificates certificates) {
        this.table = table;
        this.certificates = certificates;
    }

    @Override
    public RetentionClock clock() {
        return RetentionClock.LEFTOVERS;
    }

    /** Likenesses whose certificate is not complete. */
    @Override
    public int due(Instant upTo) {
        return table.incomplete(upTo).size();
    }

    @Override
    public int sweep(Instant upTo) {
        int completed = 0;
        for (var likeness : table.incomplete(upTo)) {
            try {
                completed += certificates.complete(likeness) ? 1 : 0;
            } catch (IOException | RuntimeException e) {
                LOG.error(
                        "what is left of the ended likeness {} could not all be removed; it is tried again",
                        likeness.id().value(),
                        e);
            }
        }
        return completed;
    }
}
