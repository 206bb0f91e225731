package studio.selfsame.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Policies that were found valid against their schema, both held ready by the engine. */
final class ValidPolicies {
    private final Map<String, PolicyText> byId;
    private final Schema schema;
    private final PolicySet all;
    private final PolicySet permits;

    /** Throws {@link InvalidPolicyException} on anything that the validator reports, a warning too. */
    ValidPolicies(PolicySource source) {
        try {
            schema = Schema.parse(Schema.JsonOrCedar.Cedar, source.schema());
            byId = read(PolicySet.parsePolicies(source.policies()).policies);
            if (byId.isEmpty()) {
                throw new InvalidPolicyException("There are no policies.");
            }
            all = only(text -> true);
            permits = only(PolicyText::permits);
            validate();
            schema.cache();
            all.cache();
            permits.cache();
        } catch (AuthException | CacheException e) {
            throw new InvalidPolicyException("The policies cannot be read: " + e.getMessage(), e);
        }
    }

    Schema schema() {
        return schema;
    }

    PolicySet all() {
        return all;
    }

    /** The permits alone: tells whether one would have matched where a forbid decided. */
    PolicySet permits() {
        return permits;
    }

    Collection<PolicyText> texts() {
        return byId.values();
    }

    PolicyText text(String id) {
        var text = byId.get(id);
        if (text == null) {
            throw new IllegalStateException("The engine named a policy that was never loaded: " + id);
        }
        return text;
    }

    private void validate() throws AuthException {
        var answer = new BasicAuthorizationEngine().validate(new ValidationRequest(schema, all));
        boolean clean = answer.success
                .map(success -> success.validationErrors.isEmpty() && success.validationWarnings.isEmpty())
                .orElse(false);
        if (!clean || !answer.warnings.isEmpty()) {
            throw new InvalidPolicyException("The policies do not fit their schema: " + answer);
        }
    }

    private PolicySet only(Predicate<PolicyText> which) {
        var chosen = new LinkedHashSet<Policy>();
        byId.values().stream().filter(which).forEach(text -> chosen.add(text.policy()));
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
