package studio.selfsame.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.identity.Person;
import studio.selfsame.problem.ProblemException;

@ConsentTest
class WithdrawalTest {
    @Autowired
    Authorizer authorizer;

    @Autowired
    LikenessRegister register;

    @Autowired
    Consents consents;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    KnownPeople people;

    @Autowired
    HeardRecords heard;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Person person;
    private LikenessId likeness;

    @BeforeEach
    void grant() {
        person = people.verified(Person.Role.CREATOR);
        likeness = register.open(person.id());
        consents.grant(person.id(), form());
    }

    @AfterEach
    void mend() {
        people.failing(false);
        heard.reset();
    }

    @Test
    void withdraw_own_isPublishedInItsTransactionAndRecorded() {
        var at = withdrawals.withdraw(person.id(), likeness);
        assertThat(register.isWithdrawn(likeness)).isTrue();
        assertThat(heard.of(ConsentWithdrawn.class, likeness.value()))
                .containsExactly(new ConsentWithdrawn(likeness, person.id(), at));
        assertThat(Decided.about(jdbc, likeness.value())).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("WITHDRAW_CONSENT");
            assertThat(row.policyIds()).containsExactly("owner-may-withdraw");
        });
    }

    @Test
    void withdraw_twice_keepsTheFirstTimeAndPublishesOnce() {
        var at = withdrawals.withdraw(person.id(), likeness);
        assertThat(withdrawals.withdraw(person.id(), likeness)).isEqualTo(at);
        assertThat(heard.of(ConsentWithdrawn.class, likeness.value())).hasSize(1);
    }

    @Test
    void withdraw_identityCannotBeLookedUp_isDoneAllTheSame() {
        people.failing(true);
        withdrawals.withdraw(person.id(), likeness);
        assertThat(register.isWithdrawn(likeness)).isTrue();
    }

    @Test
    void withdraw_somebodyElses_isUnknownAndChangesNothing() {
        var operator = people.verified(Person.Role.OPERATOR);
        assertThatThrownBy(() -> withdrawals.withdraw(operator.id(), likeness))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no such likeness of yours");
        assertThat(register.isWithdrawn(likeness)).isFalse();
    }

    @Test
    void withdraw_oneListenerFails_isNotHalfDone() {
        heard.failOn(ConsentWithdrawn.class);
        assertThatThrownBy(() -> withdrawals.withdraw(person.id(), likeness))
                .hasMessageContaining("trail cannot be written");
        assertThat(register.isWithdrawn(likeness)).isFalse();
    }

    @Test
    void grant_afterWithdrawal_isRefused() {
        withdrawals.withdraw(person.id(), likeness);
        assertThatThrownBy(() -> consents.grant(person.id(), form()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.CONFLICT));
        assertThat(heard.of(ConsentGranted.class, likeness.value())).hasSize(2);
    }

    @Test
    void withdraw_whileAnAuthorizationIsBeingUsed_hasToWaitForIt() {
        var caller = new TransactionTemplate(transactions);
        var use = new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, UUID.randomUUID());
        caller.executeWithoutResult(status -> {
            authorizer.authorize(person, use);
            assertThatThrownBy(() -> CompletableFuture.runAsync(this::lockForWithdrawalAtOnce)
                            .join())
                    .hasStackTraceContaining("could not obtain lock");
        });
        lockForWithdrawalAtOnce();
    }

    @Test
    void withdraw_deadlockedWithWorkThatAsksForAnAuthorization_isDoneInTheEnd() {
        var use = new Use(likeness, Use.Purpose.RENDER_PERFORMANCE, UUID.randomUUID());
        var withdrawing = new CountDownLatch(1);
        // what the work holds is what a listener of the withdrawal needs
        heard.beforeHearing(ConsentWithdrawn.class, () -> {
            withdrawing.countDown();
            lockWork(use);
        });
        var caller = new TransactionTemplate(transactions);
        var withdrawal = caller.execute(status -> {
            lockWork(use);
            var running = CompletableFuture.supplyAsync(() -> withdrawals.withdraw(person.id(), likeness));
            awaitQuietly(withdrawing);
            authorizer.authorize(person, use);
            status.setRollbackOnly();
            return running;
        });
        assertThat(withdrawal.join()).isNotNull();
        assertThat(register.isWithdrawn(likeness)).isTrue();
        assertThat(heard.of(ConsentWithdrawn.class, likeness.value())).hasSize(1);
    }

    private void lockWork(Use use) {
        jdbc.sql("select pg_advisory_xact_lock(:key)::text")
                .param("key", use.subject().getMostSignificantBits())
                .query(String.class)
                .single();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void lockForWithdrawalAtOnce() {
        jdbc.sql("select id from consent_likeness where id = :id for update nowait")
                .param("id", likeness.value())
                .query(UUID.class)
                .single();
    }

    private GrantForm form() {
        return new GrantForm(
                likeness.value(),
                true,
                true,
                true,
                false,
                true,
                ConsentTexts.current().getFirst().sha256());
    }
}
