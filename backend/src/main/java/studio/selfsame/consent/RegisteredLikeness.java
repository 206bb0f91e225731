package studio.selfsame.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.selfsame.identity.PersonId;

/**
 * A row of the register.
 *
 * @param withdrawnAt null while consent has not been withdrawn
 */
record RegisteredLikeness(
        LikenessId id, PersonId owner, @Nullable Instant withdrawnAt) {
    boolean isOf(PersonId person) {
        return owner.equals(person);
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
