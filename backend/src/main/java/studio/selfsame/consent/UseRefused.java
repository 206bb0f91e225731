package studio.selfsame.consent;

import java.util.List;
import java.util.Map;
import studio.selfsame.audit.AuditRecord;
import studio.selfsame.identity.PersonId;

/** A use has been refused, at its request or while it was going on. */
public record UseRefused(Use use, PersonId requester, List<String> policyIds, DecisionBasis basis)
        implements AuditRecord {
    @Override
    public String subject() {
        return use.subject().toString();
    }

    @Override
    public Map<String, String> facts() {
        return Map.copyOf(basis.facts(use, requester, policyIds));
    }
}
