package studio.selfsame.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            var matched = ask(facts, policies.matching(request.action()));
            if (matched.isAllowed()) {
                throw new IllegalStateException("Forbids alone cannot allow anything.");
            }
            var reasons = reasons(request, matched.getReason());
            if (!reasons.isEmpty()) {
                return new Decision.Deny(reasons);
            }
            // Nothing stands against it; whether it is allowed the engine says, by the policies as they are.
            var answer = ask(facts, policies.all(request.action()));
            return answer.isAllowed() ? permit(answer) : new Decision.Deny(List.of(ERROR));
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

    /** Every forbid that matched, and where no permit did, those that could have. */
    private List<Decision.Reason> reasons(PolicyRequest request, Set<String> matched) {
        var texts = policies.texts().stream().filter(text -> text.appliesTo(request.action()));
        var byEffect = texts.collect(Collectors.partitioningBy(PolicyText::permits));
        var permits = byEffect.getOrDefault(true, List.of());
        boolean permitted = permits.stream().anyMatch(text -> matched.contains(text.id()));
        var against = byEffect.getOrDefault(false, List.of()).stream().filter(text -> matched.contains(text.id()));
        var missing = permits.stream().filter(text -> !permitted && text.isAbout(request.basis()));
        return Stream.concat(against, missing)
                .map(text -> new Decision.Reason(text.id(), text.explanation()))
                .sorted(Comparator.comparing(Decision.Reason::policyId))
                .toList();
    }

    private AuthorizationSuccessResponse ask(CedarFacts facts, PolicySet set) throws AuthException {
        var request = new AuthorizationRequest(
                facts.principal(),
                facts.action(),
                facts.resource(),
                Optional.of(facts.context()),
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
