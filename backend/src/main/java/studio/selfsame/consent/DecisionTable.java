package studio.selfsame.consent;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Decision;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.policy.PolicyDecisionPoint;
import studio.selfsame.policy.PolicyRequest;

/** Every decision with what it was made from: hashes of policies, schema and facts, and the ids of its reasons. */
@Component
class DecisionTable {
    private final JdbcClient jdbc;
    private final PolicyDecisionPoint policy;

    DecisionTable(JdbcClient jdbc, PolicyDecisionPoint policy) {
        this.jdbc = jdbc;
        this.policy = policy;
    }

    /** @param subject what the decision is about: enrolment, render job, or the likeness itself */
    void insert(PolicyRequest request, Decision decision, UUID subject, Instant at) {
        var permitted = decision instanceof Decision.Permit;
        var ids = switch (decision) {
            case Decision.Permit(var permits) -> permits;
            case Decision.Deny(var reasons) ->
                reasons.stream().map(Decision.Reason::policyId).toList();
        };
        insert(
                new Row(
                        request.action().name(),
                        request.requester().id(),
                        request.likeness().id(),
                        subject,
                        permitted,
                        ids,
                        request.snapshot(),
                        request.snapshotHash()),
                at);
    }

    /** A refused step for which no policy was needed. */
    void insertRefusal(
            PolicyAction action, UUID person, UUID likeness, UUID subject, List<String> reasonIds, Instant at) {
        insert(new Row(action.name(), person, likeness, subject, false, reasonIds, null, null), at);
    }

    /** A refusal for which no policy was needed. */
    void insertRefusal(PersonId person, Use use, List<AuthorizationDecision.Reason> reasons, Instant at) {
        var ids = reasons.stream().map(AuthorizationDecision.Reason::policyId).toList();
        insert(
                new Row(
                        use.purpose().name(),
                        person.value(),
                        use.likeness().value(),
                        use.subject(),
                        false,
                        ids,
                        null,
                        null),
                at);
    }

    private record Row(
            String action,
            UUID person,
            UUID likeness,
            UUID subject,
            boolean permitted,
            List<String> policyIds,
            @Nullable String facts,
            @Nullable String factsHash) {}

    private void insert(Row row, Instant at) {
        jdbc.sql("""
                insert into consent_decision (id, decided_at, action, person, likeness_id, subject, outcome,
                    policy_ids, policy_set_sha256, schema_sha256, facts, facts_sha256)
                values (:id, :at, :action, :person, :likeness, :subject, :outcome,
                    :policies, :policySet, :schema, :facts, :factsHash)
                """)
                .param("id", UUID.randomUUID())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("action", row.action())
                .param("person", row.person())
                .param("likeness", row.likeness())
                .param("subject", row.subject())
                .param("outcome", row.permitted() ? "permit" : "deny")
                .param("policies", row.policyIds().toArray(String[]::new))
                .param("policySet", policy.policySetHash())
                .param("schema", policy.schemaHash())
                .param("facts", row.facts())
                .param("factsHash", row.factsHash())
                .update();
    }
}
