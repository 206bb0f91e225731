package studio.selfsame.consent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.policy.Decision;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.policy.PolicyDecisionPoint;
import studio.selfsame.policy.PolicyRequest;

/** Steps in the table of decisions and on the audit trail. */
@Service
class RecordedDecisions implements Decisions {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedDecisions.class);

    private final PolicyDecisionPoint policy;
    private final DecisionTable decisions;
    private final ConsentClock clock;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate joined;
    private final TransactionTemplate alone;

    RecordedDecisions(
            PolicyDecisionPoint policy,
            DecisionTable decisions,
            ConsentClock clock,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.policy = policy;
        this.decisions = decisions;
        this.clock = clock;
        this.events = events;
        this.jdbc = jdbc;
        joined = new TransactionTemplate(transactions);
        alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Decision decide(PolicyRequest request, UUID subject) {
        var decision = policy.decide(request);
        switch (decision) {
            case Decision.Permit(var permits) ->
                joined.executeWithoutResult(status -> record(request, decision, subject, permits));
            case Decision.Deny(var reasons) -> stays(() -> record(request, decision, subject, ids(reasons)));
        }
        return decision;
    }

    @Override
    public void refused(PolicyAction action, UUID person, UUID likeness, UUID subject, List<Decision.Reason> reasons) {
        stays(() -> {
            decisions.insertRefusal(action, person, likeness, subject, ids(reasons), clock.now());
            events.publishEvent(
                    new StepDecided(action.name(), subject, person, likeness, false, ids(reasons), basis(Map.of())));
        });
    }

    private void record(PolicyRequest request, Decision decision, UUID subject, List<String> ids) {
        decisions.insert(request, decision, subject, clock.now());
        events.publishEvent(new StepDecided(
                request.action().name(),
                subject,
                request.requester().id(),
                request.likeness().id(),
                decision instanceof Decision.Permit,
                ids,
                basis(Map.of(request.action().name(), request.snapshotHash()))));
    }

    /** It must not wait for ever on what the caller itself holds, hence the limit. */
    private void stays(Runnable recording) {
        try {
            alone.executeWithoutResult(status -> {
                jdbc.sql("set local lock_timeout = '5s'").update();
                recording.run();
            });
        } catch (RuntimeException e) {
            LOG.error("A refusal stands but could not be recorded.", e);
        }
    }

    private DecisionBasis basis(Map<String, String> factsHashes) {
        return new DecisionBasis(policy.policySetHash(), policy.schemaHash(), factsHashes);
    }

    private static List<String> ids(List<Decision.Reason> reasons) {
        return reasons.stream().map(Decision.Reason::policyId).toList();
    }
}
