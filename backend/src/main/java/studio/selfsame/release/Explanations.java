package studio.selfsame.release;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.Person;
import studio.selfsame.policy.Decision;
import studio.selfsame.policy.Matter;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.policy.PolicyDecisionPoint;
import studio.selfsame.policy.PolicyRequest;

/** Would a use be allowed now, to whoever asks, and if not, why not? Nothing is permitted by the answer, nor recorded. */
@Component
class Explanations {
    private static final List<PolicyAction> NEEDED =
            List.of(PolicyAction.RENDER_PERFORMANCE, PolicyAction.DELIVER_OUTPUT);

    private final ReleaseFactsReader facts;
    private final Requesters requesters;
    private final PolicyDecisionPoint policy;
    private final ReleaseClock clock;

    Explanations(ReleaseFactsReader facts, Requesters requesters, PolicyDecisionPoint policy, ReleaseClock clock) {
        this.facts = facts;
        this.requesters = requesters;
        this.policy = policy;
        this.clock = clock;
    }

    /** @return every reason why not, each once; empty: it would be allowed, at its longest */
    List<Decision.Reason> against(Person person, UseDesk.Found found) {
        var release = found.release();
        var use = found.use();
        var under = new Matter.UnderRelease(
                facts.facts(release, release.counting(), Optional.empty()),
                use.scope().terms(Duration.ofSeconds(use.longestSeconds()), use.approvedBy(release.counting())));
        var matter = new Matter.Use(use.scope().declared(), Optional.of(under), Optional.empty());
        var requester = requesters.of(person, requesters.signedIn(person), release);
        var reasons = new LinkedHashSet<Decision.Reason>();
        for (var action : NEEDED) {
            var request = new PolicyRequest(action, requester, clock.now(), facts.likeness(release), matter);
            if (policy.decide(request) instanceof Decision.Deny(var denied)) {
                reasons.addAll(denied);
            }
        }
        return List.copyOf(reasons);
    }
}
