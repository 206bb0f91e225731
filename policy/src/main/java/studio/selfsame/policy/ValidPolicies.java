package studio.selfsame.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Policies that were found valid against their schema, both held ready by the engine. */
final class ValidPolicies {
    private final Map<String, PolicyText> byId;
    private final Schema schema;
    private final Map<PolicyAction, PolicySet> matching = new EnumMap<>(PolicyAction.class);

    /** Throws {@link InvalidPolicyException} on anything that the validator reports, a warning too. */
    ValidPolicies(PolicySource source) {
        try {
            schema = Schema.parse(Schema.JsonOrCedar.Cedar, source.schema());
            byId = read(PolicySet.parsePolicies(source.policies()).policies);
            if (byId.isEmpty()) {
                throw new InvalidPolicyException("There are no policies.");
            }
            validate();
            schema.cache();
            for (var action : PolicyAction.values()) {
                matching.put(action, cached(PolicyText::asForbid, text -> text.appliesTo(action)));
            }
        } catch (AuthException | CacheException e) {
            throw new InvalidPolicyException("The policies cannot be read: " + e.getMessage(), e);
        }
    }

    Schema schema() {
        return schema;
    }

    /**
     * All that could match: those whose scope names the action, every permit turned into a forbid. Where a forbid decides,
     * the engine names all that match and no permit; asked with these it names every policy that matches, permits too, and
     * by itself allows nothing. Its time grows with the number of policies, so those that cannot match are left out.
     */
    PolicySet matching(PolicyAction action) {
        return Objects.requireNonNull(matching.get(action), "every action is there");
    }

    Collection<PolicyText> texts() {
        return byId.values();
    }

    private void validate() throws AuthException {
        var answer = new BasicAuthorizationEngine()
                .validate(new ValidationRequest(schema, set(PolicyText::policy, text -> true)));
        boolean clean = answer.success
                .map(success -> success.validationErrors.isEmpty() && success.validationWarnings.isEmpty())
                .orElse(false);
        if (!clean || !answer.warnings.isEmpty()) {
            throw new InvalidPolicyException("The policies do not fit their schema: " + answer);
        }
    }

    private PolicySet cached(Function<PolicyText, Policy> as, Predicate<PolicyText> which) throws CacheException {
        var set = set(as, which);
        set.cache();
        return set;
    }

    private PolicySet set(Function<PolicyText, Policy> as, Predicate<PolicyText> which) {
        var chosen = new LinkedHashSet<Policy>();
        byId.values().stream().filter(which).forEach(text -> chosen.add(as.apply(text)));
        return new PolicySet(chosen);
    }

    private static Map<String, PolicyText> read(Set<Policy> parsed) {
        var byId = new LinkedHashMap<String, PolicyText>();
        for (var policy : parsed) {
            var text = PolicyText.of(policy);
            if (byId.put(text.id(), text) != null) {
                throw new InvalidPolicyException("Two policies have the id " + text.id() + ".");
            }
        }
        return byId;
    }
}
