package studio.selfsame.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.exception.AuthException;
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
            return decision(request, matched(facts, request.action()));
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

    /**
     * Cedar's rule: a forbid that matches refuses; else a permit that matches allows; else it is refused. Told are every
     * forbid that matched, and where no permit did, those that could have.
     */
    private Decision decision(PolicyRequest request, Set<String> matched) {
        var texts = policies.texts().stream()
                .filter(text -> text.appliesTo(request.action()))
                .collect(Collectors.partitioningBy(PolicyText::permits));
        if (policies.texts().stream()
                        .filter(text -> matched.contains(text.id()))
                        .count()
                != matched.size()) {
            throw new IllegalStateException("The engine named a policy that was never loaded: " + matched);
        }
        var permits = texts.getOrDefault(true, List.of());
        var against = texts.getOrDefault(false, List.of()).stream().filter(text -> matched.contains(text.id()));
        var granting = permits.stream()
                .map(PolicyText::id)
                .filter(matched::contains)
                .sorted()
                .toList();
        var missing = permits.stream().filter(text -> granting.isEmpty() && text.isAbout(request.basis()));
        var reasons = Stream.concat(against, missing)
                .map(text -> new Decision.Reason(text.id(), text.explanation()))
                .sorted(Comparator.comparing(Decision.Reason::policyId))
                .toList();
        if (!reasons.isEmpty()) {
            return new Decision.Deny(reasons);
        }
        return granting.isEmpty() ? new Decision.Deny(List.of(ERROR)) : new Decision.Permit(granting);
    }

    /** Ids of the policies whose scope and conditions hold. */
    private Set<String> matched(CedarFacts facts, PolicyAction action) throws AuthException {
        var request = new AuthorizationRequest(
                facts.principal(),
                facts.action(),
                facts.resource(),
                Optional.of(facts.context()),
                Optional.of(policies.schema()),
                true);
        var answer = engine.isAuthorized(request, policies.matching(action), facts.entities());
        var success = answer.success.orElseThrow(() -> new IllegalStateException("No decision: " + answer));
        if (!success.getErrors().isEmpty()) {
            throw new IllegalStateException("A policy failed: " + success.getErrors());
        }
        if (success.isAllowed()) {
            throw new IllegalStateException("Forbids alone cannot allow anything.");
        }
        return success.getReason();
    }
}
