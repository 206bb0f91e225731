package studio.selfsame.consent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.identity.PersonId;

/** The finished output of a permitted use may be handed out. */
public record DeliveryPermitted(
        Use use, PersonId requester, UUID authorization, List<String> policyIds, DecisionBasis basis)
        implements AuditRecord {
    @Override
    public String subject() {
        return use.subject().toString();
    }

    @Override
    public Map<String, String> facts() {
        var facts = basis.facts(use, requester, policyIds);
        facts.put("authorization", authorization.toString());
        return Map.copyOf(facts);
    }
}
