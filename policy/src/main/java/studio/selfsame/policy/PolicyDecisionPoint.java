package studio.selfsame.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides by the policies of this module. Safe for use by many threads. Whatever goes wrong while deciding, an error
 * inside one policy too, is a {@link Decision.Deny}: Cedar by itself would skip a forbid that fails.
 */
public final class PolicyDecisionPoint {
    private static final Decision.Reason ERROR = new Decision.Reason(
            Decision.ERROR, "It could not be decided whether this is allowed, so it is not. Try again later.");

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final ValidPolicies policies;
    private final String policySetHash;
    private final String schemaHash;

    /** Loads the policies; throws {@link InvalidPolicyException} when they do not validate strictly. */
    public PolicyDecisionPoint() {
        this(PolicySource.bundled());
    }

    PolicyDecisionPoint(PolicySource source) {
        policies = new ValidPolicies(source);
        policySetHash = Sha256.hex(source.policies());
        schemaHash = Sha256.hex(source.schema());
    }

    public Decision decide(PolicyRequest request) {
        return decide(request, CedarFacts::of);
    }

    Decision decide(PolicyRequest request, Function<PolicyRequest, CedarFacts> translation) {
        try {
            var facts = translation.apply(request);
            var answer = ask(facts, policies.all());
            return answer.isAllowed() ? permit(answer) : new Decision.Deny(reasons(facts, request.action(), answer));
        } catch (AuthException | RuntimeException | LinkageError e) {
            return new Decision.Deny(List.of(ERROR));
        }
    }

    /** SHA-256 of the policy files' text, 64 hex digits. */
    public String policySetHash() {
        return policySetHash;
    }

    /** SHA-256 of the schema's text, 64 hex digits. */
    public String schemaHash() {
        return schemaHash;
    }

    private static Decision permit(AuthorizationSuccessResponse answer) {
        return new Decision.Permit(answer.getReason().stream().sorted().toList());
    }

    private List<Decision.Reason> reasons(CedarFacts facts, PolicyAction action, AuthorizationSuccessResponse answer)
            throws AuthException {
        var reasons = new ArrayList<Decision.Reason>();
        for (var id : answer.getReason()) {
            reasons.add(new Decision.Reason(id, policies.text(id).explanation()));
        }
        if (!ask(facts, policies.permits()).isAllowed()) {
            for (var text : policies.texts()) {
                if (text.permits() && text.appliesTo(action)) {
                    reasons.add(new Decision.Reason(text.id(), text.explanation()));
                }
            }
        }
        reasons.sort(Comparator.comparing(Decision.Reason::policyId));
        return reasons.isEmpty() ? List.of(ERROR) : reasons;
    }

    private AuthorizationSuccessResponse ask(CedarFacts facts, PolicySet set) throws AuthException {
        var request = new AuthorizationRequest(
                facts.principal(),
                facts.action(),
                facts.resource(),
                Optional.of(Map.of()),
                Optional.of(policies.schema()),
                true);
        var answer = engine.isAuthorized(request, set, facts.entities());
        var success = answer.success.orElseThrow(() -> new IllegalStateException("No decision: " + answer));
        if (!success.getErrors().isEmpty()) {
            throw new IllegalStateException("A policy failed: " + success.getErrors());
        }
        return success;
    }
}
