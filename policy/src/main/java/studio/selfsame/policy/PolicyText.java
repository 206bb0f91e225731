package studio.selfsame.policy;

import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.Policy;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * One policy as it stands in its file.
 *
 * @param id its {@code @id}
 * @param explanation what a person is told: a forbid's {@code @reason} when it matches, a permit's {@code @otherwise}
 *     when it does not
 * @param basis a permit's {@code @basis}: what the uses rely on that it is about, {@code own} or {@code release}; empty: any
 * @param actionIds actions its scope names
 * @param asForbid the policy itself if it forbids, else a forbid with the permit's scope and conditions
 */
record PolicyText(
        String id,
        boolean permits,
        String explanation,
        String basis,
        Set<String> actionIds,
        Policy policy,
        Policy asForbid) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the annotations and the scope; throws {@link InvalidPolicyException} when one of them is missing. */
    static PolicyText of(Policy parsed) {
        try {
            var json = (ObjectNode) JSON.readTree(parsed.toJson());
            var annotations = json.path("annotations");
            var id = required(annotations, "id", parsed);
            required(annotations, "reason", parsed);
            boolean permits = json.path("effect").asText().equals("permit");
            var explanation = required(annotations, permits ? "otherwise" : "reason", parsed);
            var actions = actionIds(json.path("action"), id);
            // Under its own id, so that the engine's answers name it by that.
            var policy = new Policy(parsed.policySrc, id);
            var asForbid = permits ? asForbid(json, id) : policy;
            return new PolicyText(id, permits, explanation, basis(annotations, id), actions, policy, asForbid);
        } catch (InternalException | JsonProcessingException e) {
            throw new InvalidPolicyException("A policy cannot be read: " + e.getMessage(), e);
        }
    }

    /** Scope and conditions are the engine's own reading of the permit, and what it reads again must be the same. */
    private static Policy asForbid(ObjectNode permit, String id) throws InternalException, JsonProcessingException {
        var forbid =
                Policy.fromJson(id, permit.deepCopy().put("effect", "forbid").toString());
        if (!((ObjectNode) JSON.readTree(forbid.toJson()))
                .put("effect", "permit")
                .equals(permit)) {
            throw new InvalidPolicyException("The policy " + id + " is not read back as it is written.");
        }
        return forbid;
    }

    boolean appliesTo(PolicyAction action) {
        return actionIds.contains(action.cedarId());
    }

    /** Whether a permit is about uses that rely on this, so that its not matching is worth telling. */
    boolean isAbout(String what) {
        return basis.isEmpty() || basis.equals(what);
    }

    private static String required(JsonNode annotations, String name, Policy policy) {
        var text = annotations.path(name).asText("");
        if (text.isBlank()) {
            throw new InvalidPolicyException("A policy lacks @" + name + ":\n" + policy.policySrc);
        }
        return text;
    }

    private static String basis(JsonNode annotations, String id) {
        var basis = annotations.path("basis").asText("");
        if (!Set.of("", "own", "release").contains(basis)) {
            throw new InvalidPolicyException("The policy " + id + " has a @basis that is neither own nor release.");
        }
        return basis;
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
