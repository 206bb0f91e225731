package studio.selfsame.consent;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.identity.PersonId;

/**
 * Published in the transaction of the withdrawal. The likeness room destroys the data key, work is cancelled, earlier
 * outputs are marked: all before the withdrawal's call returns.
 *
 * <p>A likeness that was kept long enough without consent or use ends in the same way; {@code cause} tells.
 *
 * <p>Rooms with running work listen at {@link #STOP_WORK}, before the key goes: their rows are locked by then, and work
 * that stumbles over the missing key waits to learn that it was withdrawn.
 */
public record ConsentWithdrawn(LikenessId likeness, PersonId person, Instant at, Cause cause) implements AuditRecord {
    /** Why it ended. */
    public enum Cause {
        /** The person shown withdrew. */
        OWNER,
        /** They never agreed, and the footage was kept long enough. */
        UNGRANTED,
        /** Nobody used it, and it was kept long enough. */
        UNUSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The person shown withdrew. */
    public ConsentWithdrawn(LikenessId likeness, PersonId person, Instant at) {
        this(likeness, person, at, Cause.OWNER);
    }

    /** Order of the listeners that end running work; those that destroy keys come after all others. */
    public static final int STOP_WORK = 0;

    @Override
    public String subject() {
        return likeness.value().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("person", person.value().toString(), "cause", cause.code());
    }
}
