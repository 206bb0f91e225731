package studio.selfsame.policy;

import com.cedarpolicy.model.Effect;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.Policy;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * One policy as it stands in its file.
 *
 * @param id its {@code @id}
 * @param explanation what a person is told: a forbid's {@code @reason} when it matches, a permit's {@code @otherwise}
 *     when it does not
 * @param actionIds actions its scope names
 */
record PolicyText(String id, boolean permits, String explanation, Set<String> actionIds, Policy policy) {

    /** Reads the annotations and the scope; throws {@link InvalidPolicyException} when one of them is missing. */
    static PolicyText of(Policy parsed) {
        try {
            var annotations = parsed.getAnnotations();
            var id = required(annotations, "id", parsed);
            required(annotations, "reason", parsed);
            boolean permits = parsed.effect() == Effect.PERMIT;
            var explanation = required(annotations, permits ? "otherwise" : "reason", parsed);
            var actions = actionIds(new ObjectMapper().readTree(parsed.toJson()).path("action"), id);
            // Under its own id, so that the engine's answers name it by that.
            return new PolicyText(id, permits, explanation, actions, new Policy(parsed.policySrc, id));
        } catch (InternalException | JsonProcessingException e) {
            throw new InvalidPolicyException("A policy cannot be read: " + e.getMessage(), e);
        }
    }

    boolean appliesTo(PolicyAction action) {
        return actionIds.contains(action.cedarId());
    }

    private static String required(Map<String, String> annotations, String name, Policy policy) {
        var text = annotations.getOrDefault(name, "");
        if (text.isBlank()) {
            throw new InvalidPolicyException("A policy lacks @" + name + ":\n" + policy.policySrc);
        }
        return text;
    }

    private static Set<String> actionIds(JsonNode scope, String id) {
        var ids = new HashSet<String>();
        scope.findValues("id").forEach(node -> ids.add(node.asText()));
        if (ids.isEmpty()) {
            throw new InvalidPolicyException("The policy " + id + " must name its actions.");
        }
        return Set.copyOf(ids);
    }
}
