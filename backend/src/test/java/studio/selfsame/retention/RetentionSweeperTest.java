package studio.selfsame.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RetentionSweeperTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    private final Transactions transactions = new Transactions();
    private final List<Object> published = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void sweep_everyClock_goesInOrderAndAsksUntilNothingIsLeft() {
        var swept = sweeper(
                        new Pile(RetentionClock.WORK_EVENTS, 250, false),
                        new Pile(RetentionClock.SUPERSEDED_VERIFICATIONS, 100, false),
                        new Pile(RetentionClock.RUN_LOGS, 0, false))
                .sweep();

        assertThat(swept)
                .extracting(RetentionSweeper.Swept::clock)
                .containsExactly(
                        RetentionClock.SUPERSEDED_VERIFICATIONS, RetentionClock.WORK_EVENTS, RetentionClock.RUN_LOGS);
        assertThat(swept).extracting(RetentionSweeper.Swept::count).containsExactly(100, 250, 0);
        assertThat(swept).allMatch(RetentionSweeper.Swept::whole);
        assertThat(swept.get(1).upTo()).isEqualTo("2026-08-25T03:00:00Z");
    }

    @Test
    void sweep_whatWentIsRecordedInItsOwnTransaction_andNothingElseIs() {
        sweeper(new Pile(RetentionClock.WORK_EVENTS, 150, false), new Pile(RetentionClock.RUN_LOGS, 0, false))
                .sweep();

        assertThat(published)
                .containsExactly(
                        new RetentionSwept(RetentionClock.WORK_EVENTS, 100),
                        new RetentionSwept(RetentionClock.WORK_EVENTS, 50));
        assertThat(transactions.committed).isEqualTo(4);
        assertThat(new RetentionSwept(RetentionClock.WORK_EVENTS, 100).facts())
                .isEqualTo(Map.of("clock", "work-events", "count", "100"));
    }

    @Test
    void sweep_oneThatFails_isUndoneAndKeepsNoOtherBack() {
        var swept = sweeper(
                        new Pile(RetentionClock.INSPECTIONS, 150, true), new Pile(RetentionClock.RUN_LOGS, 3, false))
                .sweep();

        assertThat(swept).extracting(RetentionSweeper.Swept::whole).containsExactly(false, true);
        assertThat(swept).extracting(RetentionSweeper.Swept::count).containsExactly(100, 3);
        assertThat(transactions.undone).isEqualTo(1);
    }

    @Test
    void due_asked_tellsAndErasesNothing() {
        var pile = new Pile(RetentionClock.RUN_LOGS, 7, false);

        assertThat(sweeper(pile).due())
                .extracting(RetentionSweeper.Swept::count)
                .containsExactly(7);
        assertThat(pile.left).isEqualTo(7);
        assertThat(published).isEmpty();
    }

    private RetentionSweeper sweeper(Retained... kept) {
        var beans = new LinkedHashMap<String, Object>();
        for (var each : kept) {
            beans.put(each.clock().code(), each);
        }
        return new RetentionSweeper(
                new StaticListableBeanFactory(beans).getBeanProvider(Retained.class),
                RetentionSchedule.usual(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                event -> {
                    assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                            .isTrue();
                    published.add(event);
                },
                transactions);
    }

    /** Gives up a hundred things at a time; one that breaks gives up no second hundred. */
    private final class Pile implements Retained {
        private final RetentionClock clock;
        private final boolean breaks;
        private int left;

        Pile(RetentionClock clock, int left, boolean breaks) {
            this.clock = clock;
            this.left = left;
            this.breaks = breaks;
        }

        @Override
        public RetentionClock clock() {
            return clock;
        }

        @Override
        public int due(Instant upTo) {
            return left;
        }

        @Override
        public int sweep(Instant upTo) throws IOException {
            asked.add(clock.code());
            if (breaks && asked.stream().filter(clock.code()::equals).count() > 1) {
                throw new IOException("the disk does not answer");
            }
            int some = Math.min(100, left);
            left -= some;
            return some;
        }
    }

    private static final class Transactions extends AbstractPlatformTransactionManager {
        private int committed;
        private int undone;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            committed++;
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            undone++;
        }
    }
}
