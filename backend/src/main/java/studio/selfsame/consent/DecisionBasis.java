package studio.selfsame.consent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.selfsame.identity.PersonId;

/**
 * What a decision was made from; every hash is SHA-256, 64 hex digits.
 *
 * @param factsHashes by action, e.g. {@code RENDER_PERFORMANCE}; empty when no policy was asked
 */
public record DecisionBasis(String policySetHash, String schemaHash, Map<String, String> factsHashes) {
    Map<String, String> facts(Use use, PersonId requester, List<String> policyIds) {
        var facts = new HashMap<String, String>();
        facts.put("likeness", use.likeness().value().toString());
        facts.put("purpose", use.purpose().name());
        use.under()
                .ifPresent(under -> facts.put("releaseUse", under.use().value().toString()));
        facts.put("person", requester.value().toString());
        facts.put("policies", String.join(",", policyIds));
        facts.put("policySetSha256", policySetHash);
        facts.put("schemaSha256", schemaHash);
        factsHashes.forEach((action, hash) -> facts.put("factsSha256." + action, hash));
        return facts;
    }
}
