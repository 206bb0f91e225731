package studio.selfsame.policy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks.
 *
 * @param roles in this installation; empty where nobody is signed in, as when a worker asks again on someone's behalf
 * @param membership the organisation in whose name they ask, if any
 */
public record Requester(
        UUID id,
        Verification verification,
        Set<PolicyRole> roles,
        Authentication authentication,
        Optional<Membership> membership) {
    public Requester {
        roles = Set.copyOf(roles);
    }
}
