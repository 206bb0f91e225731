package studio.selfsame.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static studio.selfsame.Eventually.eventually;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.StudioTest;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;
import studio.selfsame.work.WorkQueue.Priority;
import studio.selfsame.work.WorkStatus.State;

@StudioTest
class WorkTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired
    WorkQueue queue;

    @Autowired
    WorkRows rows;

    @Autowired
    WorkEvents events;

    @Autowired
    DataSource database;

    @Autowired
    PlatformTransactionManager transactions;

    final UUID subject = UUID.randomUUID();
    WorkRunner runner;

    @BeforeEach
    void ownRunner() {
        runner = new WorkRunner(rows, transactions, TinyWorker.properties(List.of("*")), new SimpleMeterRegistry());
    }

    @Test
    void submit_sameAgain_returnsTheRowThatIsThere() {
        var first = queue.submit("test.none", subject, 0, Priority.NORMAL);

        assertThat(queue.submit("test.none", subject, 0, Priority.NORMAL)).isEqualTo(first);
        assertThat(queue.submit("test.none", subject, 1, Priority.NORMAL)).isNotEqualTo(first);
        assertThat(queue.of(subject)).extracting(WorkStatus::part).containsExactly(0, 1);
        queue.cancel(subject);
    }

    @Test
    void submit_rolledBack_neverRuns() {
        var handler = TinyHandler.of((order, monitor) -> {});
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            queue.submit(handler.kind(), subject, 0, Priority.NORMAL);
            status.setRollbackOnly();
        });
        queue.submit(handler.kind(), subject, 1, Priority.NORMAL);

        try (var worker = TinyWorker.start(database, runner, handler)) {
            eventually(SOON, () -> assertState(State.DONE));
        }
        assertThat(handler.orders).extracting(WorkOrder::part).containsExactly(1);
    }

    @Test
    void progress_often_isWrittenSeldomButTheLastIsKept() {
        var handler = TinyHandler.of((order, monitor) -> IntStream.rangeClosed(0, 1000)
                .forEach(step -> monitor.progress("stepping", step / 2000.0, Map.of("step", (double) step))));
        queue.submit(handler.kind(), subject, 0, Priority.NORMAL);

        try (var worker = TinyWorker.start(database, runner, handler)) {
            eventually(SOON, () -> assertState(State.DONE));
        }
        assertThat(queue.of(subject).getFirst().figures()).containsEntry("step", 1000.0);
        assertThat(queue.of(subject).getFirst().fraction()).isEqualTo(1);
        assertThat(told()).hasSizeLessThan(12).anySatisfy(progress -> {
            assertThat(progress.stage()).isEqualTo("stepping");
            assertThat(progress.fraction()).isEqualTo(0.5);
        });
        assertThat(told())
                .extracting(WorkEvents.Progress::state)
                .startsWith("queued", "running")
                .endsWith("done");
    }

    @Test
    void progress_ofASecondAttempt_doesNotRegress() {
        var handler = TinyHandler.of((order, monitor) -> {
            monitor.progress("working", order.attempt() == 1 ? 0.8 : 0.1, Map.of());
            if (order.attempt() == 1) {
                throw new IllegalStateException("stumbled");
            }
        });
        queue.submit(handler.kind(), subject, 0, Priority.NORMAL);

        try (var worker = TinyWorker.start(database, runner, handler)) {
            eventually(SOON, () -> assertState(State.DONE));
        }
        assertThat(told()).extracting(WorkEvents.Progress::fraction).isSorted().contains(0.8);
    }

    @Test
    void handle_problem_failsAtOnceAndTellsTheRoom() {
        var problem = ProblemException.unusable("enrolment", "No face.", "Nothing was stored.", "Film a face.");
        var handler = TinyHandler.of((order, monitor) -> {
            throw problem;
        });
        queue.submit(handler.kind(), subject, 0, Priority.NORMAL);

        try (var worker = TinyWorker.start(database, runner, handler)) {
            eventually(SOON, () -> assertState(State.FAILED));
        }
        assertThat(handler.orders).hasSize(1);
        assertThat(handler.problems).containsExactly(problem.problem());
        assertThat(queue.of(subject).getFirst().problem()).isEqualTo(problem.problem());
    }

    @Test
    void handle_alwaysThrowing_isToldAsItsRoomExplainsTheLastFailure() {
        var explained = new Problem("sealing", "The disk is full.", "Nothing was kept.", "Wait.");
        var causes = new CopyOnWriteArrayList<Throwable>();
        var handler = TinyHandler.of((order, monitor) -> {
            throw new IllegalStateException("attempt " + order.attempt());
        });
        handler.explains = cause -> {
            causes.add(cause);
            return Optional.of(explained);
        };
        queue.submit(handler.kind(), subject, 0, Priority.NORMAL);

        try (var worker = TinyWorker.start(database, runner, handler)) {
            eventually(SOON, () -> assertState(State.FAILED));
        }
        assertThat(causes).extracting(Throwable::getMessage).containsExactly("attempt 3");
        assertThat(handler.problems).containsExactly(explained);
        assertThat(queue.of(subject).getFirst().problem()).isEqualTo(explained);
    }

    @Test
    void handle_alwaysThrowing_isTriedThreeTimesThenFails() {
        var handler = TinyHandler.of((order, monitor) -> {
            throw new IllegalStateException("always");
        });
        queue.submit(handler.kind(), subject, 0, Priority.NORMAL);

        try (var worker = TinyWorker.start(database, runner, handler)) {
            eventually(SOON, () -> assertState(State.FAILED));
        }
        assertThat(handler.orders).extracting(WorkOrder::attempt).containsExactly(1, 2, 3);
        assertThat(handler.problems).hasSize(1);
        assertThat(handler.problems.getFirst().stage()).isEqualTo("test");
        assertThat(handler.problems.getFirst().cause()).doesNotContain("Exception");
    }

    @Test
    void run_afterThreeWorkersDied_failsInPlainWords() {
        var handler = TinyHandler.of((order, monitor) -> {});
        var id = queue.submit(handler.kind(), subject, 0, Priority.NORMAL);
        for (int death = 0; death < 3; death++) {
            assertThat(rows.start(id)).isPresent();
        }

        assertThat(runner.run(id, handler)).isEqualTo(new WorkRunner.Next.Over());

        assertState(State.FAILED);
        assertThat(handler.orders).isEmpty();
        assertThat(handler.problems.getFirst().cause()).contains("three times");
    }

    @Test
    void write_ofAWorkerThatLostTheRow_changesNothing() {
        var id = queue.submit("test.none", subject, 0, Priority.NORMAL);
        var lost = rows.start(id).orElseThrow().order();
        var holding = rows.start(id).orElseThrow().order();

        rows.progress(lost, "late", 0.9, Map.of());
        rows.done(lost);

        assertThat(rows.isWanted(lost)).isFalse();
        assertThat(rows.isWanted(holding)).isTrue();
        assertState(State.RUNNING);
        assertThat(queue.of(subject).getFirst().fraction()).isZero();
        queue.cancel(subject);
    }

    @Test
    void cancel_queued_neverStarts() {
        var handler = TinyHandler.of((order, monitor) -> {});
        queue.submit(handler.kind(), subject, 0, Priority.INTERACTIVE);
        var other = UUID.randomUUID();
        queue.submit(handler.kind(), other, 0, Priority.BACKGROUND);

        queue.cancel(subject);

        assertState(State.CANCELLED);
        try (var worker = TinyWorker.start(database, runner, handler)) {
            eventually(
                    SOON, () -> assertThat(queue.of(other).getFirst().state()).isEqualTo(State.DONE));
        }
        assertThat(handler.orders).extracting(WorkOrder::subject).containsExactly(other);
    }

    @Test
    void cancel_running_stopsItWithoutAProblem() {
        var running = new CountDownLatch(1);
        var handler = TinyHandler.of((order, monitor) -> {
            running.countDown();
            while (true) {
                monitor.checkCancelled();
                Thread.onSpinWait();
            }
        });
        queue.submit(handler.kind(), subject, 0, Priority.NORMAL);

        try (var worker = TinyWorker.start(database, runner, handler)) {
            eventually(SOON, () -> assertThat(running.getCount()).isZero());
            queue.cancel(subject);
            eventually(Duration.ofSeconds(5), () -> assertState(State.CANCELLED));
        }
        assertThat(handler.problems).isEmpty();
        assertThat(handler.orders).hasSize(1);
    }

    @Test
    void priority_higher_runsFirstAndEqualOnesByAge() {
        var handler = TinyHandler.of((order, monitor) -> {});
        var wanted = List.of(Priority.BACKGROUND, Priority.NORMAL, Priority.INTERACTIVE, Priority.NORMAL);
        for (int part = 0; part < wanted.size(); part++) {
            queue.submit(handler.kind(), subject, part, wanted.get(part));
        }

        try (var worker = TinyWorker.start(database, runner, handler)) {
            eventually(SOON, () -> assertState(State.DONE));
        }
        assertThat(handler.orders).extracting(WorkOrder::part).containsExactly(2, 1, 3, 0);
    }

    @Test
    void stop_ofAWorker_leavesItsWorkToTheNextOne() {
        var running = new CountDownLatch(1);
        var handler = TinyHandler.of((order, monitor) -> {
            running.countDown();
            while (order.attempt() == 1) {
                monitor.checkCancelled();
                Thread.onSpinWait();
            }
        });
        queue.submit(handler.kind(), subject, 0, Priority.NORMAL);

        try (var worker = TinyWorker.start(database, runner, handler)) {
            eventually(SOON, () -> assertThat(running.getCount()).isZero());
        }
        assertState(State.QUEUED);
        try (var worker = TinyWorker.start(database, runner, handler)) {
            eventually(SOON, () -> assertState(State.DONE));
        }
        assertThat(handler.problems).isEmpty();
    }

    @Test
    void worker_withoutHandlerForAKind_leavesItToOthers() {
        var theirs = TinyHandler.of((order, monitor) -> {});
        var ours = TinyHandler.of((order, monitor) -> {});
        var other = UUID.randomUUID();
        queue.submit(theirs.kind(), other, 0, Priority.INTERACTIVE);
        queue.submit(ours.kind(), subject, 0, Priority.NORMAL);

        try (var worker = TinyWorker.start(database, runner, ours)) {
            eventually(SOON, () -> assertState(State.DONE));
        }
        assertThat(queue.of(other).getFirst().state()).isEqualTo(State.QUEUED);
        try (var worker = TinyWorker.start(database, runner, theirs)) {
            eventually(
                    SOON, () -> assertThat(queue.of(other).getFirst().state()).isEqualTo(State.DONE));
        }
    }

    @Test
    void failed_theRoomCancelsAllOfTheSubject_theRestIsCancelledAndTheRowFails() {
        var handler = new CancellingRoom();
        var other = queue.submit("test.none", subject, 1, Priority.NORMAL);
        var id = queue.submit(handler.kind(), subject, 0, Priority.NORMAL);

        assertThat(runner.run(id, handler)).isEqualTo(new WorkRunner.Next.Over());

        assertThat(queue.of(subject))
                .extracting(WorkStatus::id, WorkStatus::state)
                .containsExactlyInAnyOrder(
                        tuple(other, State.CANCELLED), tuple(id, State.FAILED), tuple(handler.aftermath, State.QUEUED));
        queue.cancel(subject);
    }

    @Test
    void failed_cancelledMeanwhile_leavesNothingOfTheRoomsAnswer() {
        var handler = new CancellingRoom();
        handler.whileRunning = () -> queue.cancel(subject);
        var id = queue.submit(handler.kind(), subject, 0, Priority.NORMAL);

        runner.run(id, handler);

        assertThat(handler.aftermath).isNotNull();
        assertThat(queue.of(subject))
                .extracting(WorkStatus::id, WorkStatus::state)
                .containsExactly(tuple(id, State.CANCELLED));
    }

    /** A room that gives up a subject when one of its rows fails, as rendering does. */
    private final class CancellingRoom implements WorkHandler {
        Runnable whileRunning = () -> {};
        WorkId aftermath;

        @Override
        public String kind() {
            return "test.cancelling";
        }

        @Override
        public void handle(WorkOrder order, WorkMonitor monitor) {
            whileRunning.run();
            throw ProblemException.unusable("test", "No.", "Nothing.", "Nothing.");
        }

        @Override
        public void failed(WorkOrder order, Problem problem) {
            queue.cancel(subject);
            aftermath = queue.submit("test.aftermath", subject, 0, Priority.NORMAL);
        }
    }

    private void assertState(State state) {
        assertThat(queue.of(subject))
                .isNotEmpty()
                .allSatisfy(work -> assertThat(work.state()).isEqualTo(state));
    }

    private List<WorkEvents.Progress> told() {
        var told = new ArrayList<WorkEvents.Progress>();
        events.after(subject, WorkEvents.Mark.START).forEach(event -> told.add(event.progress()));
        return told;
    }
}
