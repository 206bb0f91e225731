package studio.selfsame.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.identity.Person;
import studio.selfsame.identity.PersonId;
import studio.selfsame.policy.OutputMarks;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** Lets policy decide. Whatever fails on the way is a refusal. */
@Service
class PolicyAuthorizer implements Authorizer {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyAuthorizer.class);

    private final UseJudge judge;
    private final AuthorizationSeal seal;
    private final AuthorizationTable authorizations;
    private final DecisionRecorder recorder;
    private final ConsentClock clock;
    private final ConsentSettings settings;
    private final TransactionTemplate transaction;

    PolicyAuthorizer(
            UseJudge judge,
            AuthorizationSeal seal,
            AuthorizationTable authorizations,
            DecisionRecorder recorder,
            ConsentClock clock,
            ConsentSettings settings,
            PlatformTransactionManager transactions) {
        this.judge = judge;
        this.seal = seal;
        this.authorizations = authorizations;
        this.recorder = recorder;
        this.clock = clock;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    private sealed interface Outcome {
        record Allowed(AuthorizationDecision.Permitted decision) implements Outcome {}

        record Denied(Ruling ruling) implements Outcome {}
    }

    @Override
    public AuthorizationDecision authorize(Person requester, Use use) {
        return authorize(requester, use, Optional.empty());
    }

    @Override
    public AuthorizationDecision authorize(Person requester, Use use, Spoken spoken) {
        return authorize(requester, use, Optional.of(spoken));
    }

    private AuthorizationDecision authorize(Person requester, Use use, Optional<Spoken> spoken) {
        Outcome outcome;
        try {
            outcome = transaction.execute(status -> decide(requester, use, spoken));
        } catch (RuntimeException e) {
            LOG.error("Refused because deciding failed: {}", use, e);
            outcome = new Outcome.Denied(Ruling.refused(RefusalReason.ERROR.reason()));
        }
        return switch (outcome) {
            case Outcome.Allowed(var permitted) -> permitted;
            case Outcome.Denied(var ruling) -> {
                record(requester.id(), use, ruling);
                yield new AuthorizationDecision.Refused(ruling.reasons());
            }
        };
    }

    @Override
    public Authorization load(UUID authorizationId) {
        return authorizations
                .find(authorizationId)
                .orElseThrow(() -> new ProblemException(
                        ProblemException.Kind.UNKNOWN,
                        new Problem(
                                "consent",
                                "There is no authorization `" + authorizationId + "`.",
                                "Nothing was made.",
                                "Ask for the work anew.")));
    }

    @Override
    public void recheck(Authorization authorization, Use use) {
        requirePermitted(authorization, use, Optional.empty());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void recheckDelivery(Authorization authorization, Use use, OutputMarks found) {
        recorder.deliveryPermitted(authorization, requirePermitted(authorization, use, Optional.of(found)));
    }

    private Ruling requirePermitted(Authorization authorization, Use use, Optional<OutputMarks> found) {
        var ruling = ruleAgain(authorization, use, found);
        if (!ruling.permitted()) {
            record(authorization.requester(), use, ruling);
            throw new AuthorizationRefusedException("consent", ruling.reasons());
        }
        return ruling;
    }

    private Outcome decide(Person requester, Use use, Optional<Spoken> spoken) {
        var ruling = judge.rule(requester, use, spoken);
        if (!ruling.permitted()) {
            return new Outcome.Denied(ruling);
        }
        var now = clock.now();
        var authorization = seal.issue(use, requester.id(), now, now.plus(settings.authorizationValidity()));
        authorizations.insert(authorization);
        recorder.permitted(authorization, ruling);
        return new Outcome.Allowed(new AuthorizationDecision.Permitted(authorization, ruling.permits()));
    }

    private Ruling ruleAgain(Authorization authorization, Use use, Optional<OutputMarks> found) {
        try {
            if (!seal.isOurs(authorization)) {
                return Ruling.refused(RefusalReason.FORGED.reason());
            }
            var reasons = new ArrayList<AuthorizationDecision.Reason>();
            if (!clock.now().isBefore(authorization.expiresAt())) {
                reasons.add(RefusalReason.EXPIRED.reason());
            }
            if (!authorization.use().equals(use)) {
                reasons.add(RefusalReason.OTHER_USE.reason());
            }
            return transaction
                    .execute(status -> judge.ruleUnattended(authorization.requester(), use, found))
                    .and(reasons);
        } catch (RuntimeException e) {
            LOG.error("Refused because checking again failed: {}", use, e);
            return Ruling.refused(RefusalReason.ERROR.reason());
        }
    }

    private void record(PersonId requester, Use use, Ruling ruling) {
        try {
            recorder.refused(requester, use, ruling);
        } catch (RuntimeException e) {
            LOG.error("A refusal stands but could not be recorded: {} {}", use, ids(ruling), e);
        }
    }

    private static List<String> ids(Ruling ruling) {
        return ruling.reasons().stream()
                .map(AuthorizationDecision.Reason::policyId)
                .toList();
    }
}
