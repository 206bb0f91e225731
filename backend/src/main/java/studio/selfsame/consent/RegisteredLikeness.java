package studio.selfsame.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.selfsame.identity.PersonId;

/**
 * A row of the register.
 *
 * @param withdrawnAt null while consent has not been withdrawn
 * @param takenDown by a decision: nothing new is made of it
 */
record RegisteredLikeness(
        LikenessId id, PersonId owner, @Nullable Instant withdrawnAt, boolean takenDown) {
    boolean isOf(PersonId person) {
        return owner.equals(person);
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
