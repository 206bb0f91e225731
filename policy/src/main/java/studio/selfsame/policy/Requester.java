package studio.selfsame.policy;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks.
 *
 * @param roles empty where nobody is signed in, as when a worker asks again on someone's behalf
 */
public record Requester(UUID id, Verification verification, Set<PolicyRole> roles) {
    public Requester {
        roles = Set.copyOf(roles);
    }
}
