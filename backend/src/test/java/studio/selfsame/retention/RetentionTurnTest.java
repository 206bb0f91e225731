package studio.selfsame.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.StudioTest;

@StudioTest
class RetentionTurnTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Instant DAY_AGO = NOW.minus(Duration.ofDays(1));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void take_aDayAfterTheLastSweep_isForOneAlone() {
        undone(() -> {
            last(null, DAY_AGO);
            assertThat(turnAt(NOW).take()).isTrue();
            assertThat(turnAt(NOW).take()).isFalse();
        });
    }

    @Test
    void take_aSecondTooEarly_isForNobody() {
        undone(() -> {
            last(null, DAY_AGO.plusSeconds(1));
            assertThat(turnAt(NOW).take()).isFalse();
        });
    }

    @Test
    void take_afterASweepThatEnded_waitsForTheNextDay() {
        undone(() -> {
            last(null, DAY_AGO);
            assertThat(turnAt(NOW).take()).isTrue();
            turnAt(NOW.plusSeconds(60)).end();
            assertThat(turnAt(NOW.plus(Duration.ofHours(23))).take()).isFalse();
            assertThat(turnAt(NOW.plusSeconds(60).plus(Duration.ofDays(1))).take())
                    .isTrue();
        });
    }

    @Test
    void take_afterASweepThatDied_isForAnotherInTwoHours() {
        undone(() -> {
            last(NOW.minus(Duration.ofHours(2)).plusSeconds(1), DAY_AGO.minus(Duration.ofHours(2)));
            assertThat(turnAt(NOW).take()).isFalse();
            assertThat(turnAt(NOW.plusSeconds(1)).take()).isTrue();
        });
    }

    private RetentionTurn turnAt(Instant now) {
        return new RetentionTurn(jdbc, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void last(@Nullable Instant begun, Instant ended) {
        jdbc.sql("update retention_sweep set begun_at = ?, ended_at = ?")
                .param(1, begun == null ? null : begun.atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param(2, ended.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The row is everybody's. */
    private void undone(Runnable what) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            what.run();
        });
    }
}
