package studio.selfsame.consent;

import java.util.List;
import java.util.UUID;
import studio.selfsame.policy.Decision;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.policy.PolicyRequest;

/** Asks policy for rooms whose steps are no use of a likeness, and records each answer. */
public interface Decisions {
    /**
     * Decides. A permit is recorded in the caller's transaction: no record, no step. A denial is recorded in one of its own,
     * so that it stays when the caller rolls back; it stands even when it cannot be recorded.
     *
     * @param subject what the step is done to, e.g. a release
     */
    Decision decide(PolicyRequest request, UUID subject);

    /**
     * Records a refusal for which no policy was needed, as a forged signature, in a transaction of its own.
     *
     * @param likeness that it was about
     * @param reasons at least one
     */
    void refused(PolicyAction action, UUID person, UUID likeness, UUID subject, List<Decision.Reason> reasons);
}
