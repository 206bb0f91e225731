package studio.selfsame.identity;

import java.time.Instant;
import java.util.Set;

/**
 * The person who is asking, from their token.
 *
 * @param assuranceLevel {@code acr} as a number; 1 password, 2 stepped up
 * @param authenticatedAt when they last proved it
 */
public record Person(PersonId id, Set<Role> roles, int assuranceLevel, Instant authenticatedAt) {
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
