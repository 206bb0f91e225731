package studio.selfsame.consent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;

/**
 * It has been decided whether somebody may take a step that is no use of a likeness.
 *
 * @param action e.g. {@code SIGN_FOR_STUDIO}
 * @param subjectId what the step is done to
 */
public record StepDecided(
        String action,
        UUID subjectId,
        UUID person,
        UUID likeness,
        boolean permitted,
        List<String> policyIds,
        DecisionBasis basis)
        implements AuditRecord {
    @Override
    public String kind() {
        return permitted ? "StepPermitted" : "StepRefused";
    }

    @Override
    public String subject() {
        return subjectId.toString();
    }

    @Override
    public Map<String, String> facts() {
        var facts = new HashMap<String, String>();
        facts.put("action", action);
        facts.put("person", person.toString());
        facts.put("likeness", likeness.toString());
        facts.put("policies", String.join(",", policyIds));
        facts.put("policySetSha256", basis.policySetHash());
        facts.put("schemaSha256", basis.schemaHash());
        basis.factsHashes().forEach((name, hash) -> facts.put("factsSha256." + name, hash));
        return Map.copyOf(facts);
    }
}
