package studio.selfsame.audit;

import java.util.Map;

/**
 * An event that goes on the audit trail. Rooms publish their events with Spring's {@code ApplicationEventPublisher}
 * inside the transaction that makes them true; the trail appends them in the same transaction.
 */
public interface AuditRecord {
    /** Past tense, e.g. {@code ConsentWithdrawn}; the simple name of the record by default. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** The id of what this is about, e.g. a likeness, render or output id; never a name. */
    String subject();

    /** Facts to keep, ids and codes only: no names, no media, no free text of a person. */
    Map<String, String> facts();
}
