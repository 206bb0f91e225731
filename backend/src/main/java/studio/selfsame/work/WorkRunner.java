package studio.selfsame.work;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.selfsame.problem.Problem;
import studio.selfsame.problem.ProblemException;

/** Takes one row of work through one attempt and writes down how it ended. */
@Component
class WorkRunner {
    private static final Logger LOG = LoggerFactory.getLogger(WorkRunner.class);
    /** Behind which a collection, a tenth of a second, does not show. */
    private static final Duration LONG_WORK = Duration.ofSeconds(5);

    private static final int MOST_DEATHS = 3;
    private static final int MOST_FAILURES = 3;

    /** The row whose failure its room is being told of: what the room cancels in answer is the rest. */
    static final ScopedValue<WorkId> FAILING = ScopedValue.newInstance();

    private final WorkRows rows;
    private final TransactionTemplate transaction;
    private final Duration backOff;
    private final MeterRegistry meters;
    private final AtomicBoolean stopping = new AtomicBoolean();

    WorkRunner(
            WorkRows rows, PlatformTransactionManager transactions, WorkProperties properties, MeterRegistry meters) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.backOff = properties.backOff();
        this.meters = meters;
    }

    /** What becomes of the row's place in the schedule. */
    sealed interface Next {
        /** Nothing left to do. */
        record Over() implements Next {}

        /** Again, at the same place in the queue: this process stops, the work does not. */
        record Resume() implements Next {}

        /** Again, later. */
        record Retry(Duration after) implements Next {}
    }

    void accept() {
        stopping.set(false);
    }

    /** Handlers stop at their next check; their rows go back to the queue. */
    void release() {
        stopping.set(true);
    }

    Next run(WorkId id, WorkHandler handler) {
        var started = transaction.execute(status -> rows.start(id));
        if (started.isEmpty()) {
            transaction.executeWithoutResult(status -> rows.cancelIfAsked(id));
            return new Next.Over();
        }
        var order = started.get().order();
        if (started.get().deaths() >= MOST_DEATHS) {
            return giveUp(order, handler, null, WorkProblems.workerDied(order));
        }
        long began = System.nanoTime();
        var next = attempt(order, handler);
        giveBackMemory(began);
        meters.timer("selfsame.work.attempts", "kind", order.kind(), "outcome", outcome(next))
                .record(Duration.ofNanos(System.nanoTime() - began));
        return next;
    }

    /** Pictures pile up in the heap and leave it as large as it may be; only a collection makes it small again. */
    private static void giveBackMemory(long began) {
        if (System.nanoTime() - began > LONG_WORK.toNanos()) {
            System.gc();
        }
    }

    private Next attempt(WorkOrder order, WorkHandler handler) {
        var monitor = new RowMonitor(order, rows, stopping::get);
        try {
            handler.handle(order, monitor);
            monitor.flush();
            transaction.executeWithoutResult(status -> rows.done(order));
            return new Next.Over();
        } catch (ProblemException e) {
            monitor.flush();
            return fail(order, handler, e.problem());
        } catch (Throwable e) {
            if (rows.isCancelled(order)) {
                transaction.executeWithoutResult(status -> rows.cancelIfAsked(order.id()));
                return new Next.Over();
            }
            if (stopping.get()) {
                transaction.executeWithoutResult(status -> rows.requeue(order, 0));
                return new Next.Resume();
            }
            return e instanceof WorkCancelledException ? new Next.Over() : retry(order, handler, e);
        }
    }

    private Next retry(WorkOrder order, WorkHandler handler, Throwable e) {
        int failures = 1 + rows.failures(order);
        LOG.warn("{} {} failed, attempt {}", order.kind(), order.id().value(), order.attempt(), e);
        if (failures >= MOST_FAILURES) {
            return giveUp(order, handler, e, WorkProblems.handlerFailed(order));
        }
        transaction.executeWithoutResult(status -> rows.requeue(order, 1));
        return new Next.Retry(backOff.multipliedBy(failures));
    }

    /** What its room makes of it is told instead of what can be told of any work. */
    private Next giveUp(WorkOrder order, WorkHandler handler, @Nullable Throwable cause, Problem anyWork) {
        Problem told = anyWork;
        try {
            told = transaction.execute(status -> handler.givenUp(order, cause)).orElse(anyWork);
        } catch (RuntimeException e) {
            LOG.error(
                    "{} could not say why work {} failed",
                    order.kind(),
                    order.id().value(),
                    e);
        }
        return fail(order, handler, told);
    }

    /** The room's rows are written before the row of work, the order in which a withdrawal locks them too. */
    private Next fail(WorkOrder order, WorkHandler handler, Problem problem) {
        LOG.info("{} {} failed: {}", order.kind(), order.id().value(), problem.cause());
        try {
            transaction.executeWithoutResult(status -> {
                ScopedValue.where(FAILING, order.id()).run(() -> handler.failed(order, problem));
                if (!rows.failed(order, problem)) {
                    // Cancelled meanwhile, or somebody else's by now.
                    status.setRollbackOnly();
                }
            });
        } catch (RuntimeException e) {
            LOG.error(
                    "{} could not take note that work {} failed",
                    order.kind(),
                    order.id().value(),
                    e);
            transaction.executeWithoutResult(status -> rows.failed(order, problem));
        }
        transaction.executeWithoutResult(status -> rows.cancelIfAsked(order.id()));
        return new Next.Over();
    }

    private static String outcome(Next next) {
        return switch (next) {
            case Next.Over over -> "over";
            case Next.Resume resume -> "resumed";
            case Next.Retry retry -> "retried";
        };
    }
}
