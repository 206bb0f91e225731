package studio.selfsame.identity;

import java.time.Instant;
import java.util.Set;

/**
 * The person who is asking, from their token and from what a passkey of theirs has proven since.
 *
 * @param assuranceLevel {@code acr} as a number; 1 password, 2 stepped up
 * @param authenticatedAt when they last proved it
 * @param canStepUp they have a passkey here, so that a password alone is less than they can show
 */
public record Person(PersonId id, Set<Role> roles, int assuranceLevel, Instant authenticatedAt, boolean canStepUp) {
    public enum Role {
        CREATOR,
        REFEREE,
        OPERATOR
    }

    @Override
    public String toString() {
        return "Person[" + id.value() + "]";
    }
}
