package studio.selfsame.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** People from the realm's tokens; a row of their own gives them an id that means nothing outside the studio. */
@Service
class TokenPeople implements People {
    private static final int STEPPED_UP = 2;

    private final JdbcClient jdbc;
    private final VerificationTable verifications;
    private final StepUps stepUps;
    private final Clock clock;
    private final TransactionTemplate apart;

    TokenPeople(
            JdbcClient jdbc,
            VerificationTable verifications,
            StepUps stepUps,
            Clock clock,
            PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.verifications = verifications;
        this.stepUps = stepUps;
        this.clock = clock;
        // a person stays known although the request that showed them first may fail or only read
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Person current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var claims = Claims.of(authentication);
        if (authentication == null || claims.isEmpty()) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        var subject = claims.get().getClaimAsString("sub");
        if (subject == null) {
            throw new AuthenticationCredentialsNotFoundException("the token does not say whose it is");
        }
        var id = find(subject).orElseGet(() -> remember(subject));
        var stepUp = stepUps.standing(id, SignInSession.of(claims.get()));
        var signedIn = Claims.authenticatedAt(claims.get());
        var steppedUp = stepUp.at().isAfter(signedIn);
        var level = Claims.assuranceLevel(claims.get());
        return new Person(
                new PersonId(id),
                Claims.roles(authentication),
                steppedUp ? Math.max(level, STEPPED_UP) : level,
                steppedUp ? stepUp.at() : signedIn,
                stepUp.possible());
    }

    @Override
    public Optional<IdentityVerification> verificationOf(PersonId person) {
        return verifications.newestApproved(person).map(VerificationRow::approval);
    }

    private Optional<UUID> find(String subject) {
        return jdbc.sql("select id from person where subject = ?")
                .param(subject)
                .query(UUID.class)
                .optional();
    }

    private UUID remember(String subject) {
        apart.executeWithoutResult(transaction -> jdbc.sql(
                        "insert into person (id, subject, first_seen) values (?, ?, ?) on conflict do nothing")
                .params(UUID.randomUUID(), subject, Timestamp.from(clock.instant()))
                .update());
        return find(subject).orElseThrow();
    }
}
