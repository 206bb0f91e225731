package studio.selfsame.consent;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.PolicyDecisionPoint;

/** Puts decisions where they can be looked up, and on the audit trail. */
@Component
class DecisionRecorder {
    private final DecisionTable decisions;
    private final PolicyDecisionPoint policy;
    private final ConsentClock clock;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    DecisionRecorder(
            DecisionTable decisions,
            PolicyDecisionPoint policy,
            ConsentClock clock,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.decisions = decisions;
        this.policy = policy;
        this.clock = clock;
        this.events = events;
        this.jdbc = jdbc;
        alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** In the caller's transaction: no record, no permission. */
    void permitted(Authorization authorization, Ruling ruling) {
        insertAnswers(authorization.use(), ruling);
        events.publishEvent(new UsePermitted(
                authorization.use(), authorization.requester(), authorization.id(), ruling.permits(), basis(ruling)));
    }

    /** In the caller's transaction: no record, no file. */
    void deliveryPermitted(Authorization authorization, Ruling ruling) {
        insertAnswers(authorization.use(), ruling);
        events.publishEvent(new DeliveryPermitted(
                authorization.use(), authorization.requester(), authorization.id(), ruling.permits(), basis(ruling)));
    }

    /**
     * In a transaction of its own, so that it stays when the caller rolls back. It must not wait for ever on what the
     * caller itself holds (the end of the audit trail, say), hence the limit.
     */
    void refused(PersonId requester, Use use, Ruling ruling) {
        alone.executeWithoutResult(status -> {
            jdbc.sql("set local lock_timeout = '5s'").update();
            insertAnswers(use, ruling);
            var unasked = withoutPolicyReasons(ruling);
            if (!unasked.isEmpty()) {
                decisions.insertRefusal(requester, use, unasked, clock.now());
            }
            var ids = ruling.reasons().stream()
                    .map(AuthorizationDecision.Reason::policyId)
                    .toList();
            events.publishEvent(new UseRefused(use, requester, ids, basis(ruling)));
        });
    }

    private void insertAnswers(Use use, Ruling ruling) {
        for (var answer : ruling.answers()) {
            decisions.insert(answer.request(), answer.decision(), use.subject(), clock.now());
        }
    }

    /** Reasons that stand in no row of a policy's answer. */
    private static List<AuthorizationDecision.Reason> withoutPolicyReasons(Ruling ruling) {
        var fromPolicy = Ruling.of(ruling.answers()).reasons();
        return ruling.reasons().stream()
                .filter(reason -> !fromPolicy.contains(reason))
                .toList();
    }

    private DecisionBasis basis(Ruling ruling) {
        var hashes = ruling.answers().stream()
                .collect(Collectors.toUnmodifiableMap(
                        answer -> answer.request().action().name(),
                        answer -> answer.request().snapshotHash()));
        return new DecisionBasis(policy.policySetHash(), policy.schemaHash(), hashes);
    }
}
