package studio.selfsame.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.Authentication;
import studio.selfsame.policy.PolicyAction;
import studio.selfsame.policy.PolicyDecisionPoint;
import studio.selfsame.policy.PolicyRequest;
import studio.selfsame.policy.Requester;
import studio.selfsame.policy.Verification;

/** A person takes their consent back, in one call. */
@Service
class Withdrawals {
    private static final int TRIES = 5;

    private final LikenessTable likenesses;
    private final ConsentStanding standing;
    private final PolicyDecisionPoint policy;
    private final DecisionTable decisions;
    private final ConsentClock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Withdrawals(
            LikenessTable likenesses,
            ConsentStanding standing,
            PolicyDecisionPoint policy,
            DecisionTable decisions,
            ConsentClock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.likenesses = likenesses;
        this.standing = standing;
        this.policy = policy;
        this.decisions = decisions;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Ends everything for this likeness. When it returns, every listener of {@link ConsentWithdrawn} has done its part
     * in the same transaction. Withdrawing again changes nothing.
     *
     * <p>Work that holds rows of its own while it asks for an authorization can meet this in a deadlock, of which the
     * database ends one side; a withdrawal then tries again.
     *
     * @return when it was withdrawn
     */
    Instant withdraw(PersonId person, LikenessId id) {
        for (int left = TRIES; ; left--) {
            try {
                return transaction.execute(status -> withdrawOnce(person, id));
            } catch (PessimisticLockingFailureException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private Instant withdrawOnce(PersonId person, LikenessId id) {
        var likeness = likenesses
                .findToWithdraw(id)
                .filter(found -> found.isOf(person))
                .orElseThrow(Consents::unknown);
        if (likeness.withdrawnAt() != null) {
            return likeness.withdrawnAt();
        }
        recordDecision(person, likeness);
        return end(likeness, ConsentWithdrawn.Cause.OWNER);
    }

    /**
     * Ends a likeness that was kept long enough, in the caller's transaction; everything else is as if its owner had.
     *
     * @param stillSo asked when nobody can begin anything with the likeness any more
     * @return whether it was ended
     */
    boolean lapse(LikenessId id, ConsentWithdrawn.Cause cause, Predicate<LikenessId> stillSo) {
        var likeness = likenesses.findToWithdraw(id).filter(found -> !found.isWithdrawn() && stillSo.test(id));
        likeness.ifPresent(found -> end(found, cause));
        return likeness.isPresent();
    }

    private Instant end(RegisteredLikeness likeness, ConsentWithdrawn.Cause cause) {
        var at = clock.now();
        likenesses.withdraw(likeness.id(), cause, at);
        events.publishEvent(new ConsentWithdrawn(likeness.id(), likeness.owner(), at, cause));
        return at;
    }

    /**
     * Policy lets the owner withdraw whatever else is the case, so nothing about the person is asked. Its answer is
     * recorded but cannot stop the owner: a broken engine must not keep anybody in.
     */
    private void recordDecision(PersonId person, RegisteredLikeness likeness) {
        var requester = new Requester(
                person.value(), new Verification.None(), Set.of(), new Authentication.Unattended(), Optional.empty());
        var now = clock.now();
        var request = PolicyRequest.own(
                PolicyAction.WITHDRAW_CONSENT,
                requester,
                now,
                standing.of(likeness).facts(Optional.empty()));
        decisions.insert(request, policy.decide(request), likeness.id().value(), now);
    }
}
