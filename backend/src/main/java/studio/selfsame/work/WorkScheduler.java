package studio.selfsame.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Executes queued work in this process, one task of db-scheduler per kind of work. */
final class WorkScheduler implements SmartLifecycle {
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration HANDLERS_MAY_TAKE_TO_STOP = Duration.ofSeconds(5);
    private static final Duration AFTER_TROUBLE_OF_OUR_OWN = Duration.ofSeconds(1);

    private final WorkProperties properties;
    private final boolean executes;
    private final DataSource database;
    private final Map<String, WorkHandler> handlers;
    private final WorkRunner runner;
    private final Clock clock;
    private @Nullable Scheduler scheduler;

    WorkScheduler(
            WorkProperties properties,
            boolean executes,
            DataSource database,
            List<WorkHandler> handlers,
            WorkRunner runner,
            Clock clock) {
        this.properties = properties;
        this.executes = executes;
        this.database = database;
        this.handlers = handlers.stream().collect(Collectors.toMap(WorkHandler::kind, Function.identity()));
        this.runner = runner;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        var tasks = handlers.values().stream()
                .filter(handler -> properties.takes(handler.kind()))
                .<Task<?>>map(this::task)
                .toList();
        scheduler = Scheduler.create(database, tasks)
                .tableName(WorkConfiguration.TABLE)
                .schedulerName(name())
                .enablePriority()
                .threads(properties.slots())
                // Takes only what it can run at once: what waits here could run in another worker.
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(properties.poll())
                .heartbeatInterval(properties.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(HANDLERS_MAY_TAKE_TO_STOP)
                // Another role's kinds are none of ours to clean up.
                .deleteUnresolvedAfter(Duration.ofDays(36_500))
                .build();
        runner.accept();
        scheduler.start();
    }

    /** Host and process, e.g. {@code studio-1/4711}: in {@code picked_by} it says which worker holds a row. */
    private static SchedulerName name() {
        return new SchedulerName.Fixed(new SchedulerName.Hostname().getName() + "/"
                + ProcessHandle.current().pid());
    }

    private Task<Void> task(WorkHandler handler) {
        return Tasks.custom(handler.kind(), Void.class)
                .onDeadExecution(WorkScheduler::resume)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AFTER_TROUBLE_OF_OUR_OWN)))
                .execute((instance, context) -> {
                    var id = new WorkId(UUID.fromString(instance.getId()));
                    return switch (runner.run(id, handler)) {
                        case WorkRunner.Next.Over over -> (complete, operations) -> operations.remove();
                        case WorkRunner.Next.Resume resume -> WorkScheduler::resume;
                        case WorkRunner.Next.Retry retry ->
                            (complete, operations) -> operations.reschedule(
                                    complete, clock.instant().plus(retry.after()));
                    };
                });
    }

    /** Keeps its place in the queue: the execution time orders it. */
    private static void resume(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.reschedule(complete, complete.getExecution().executionTime);
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            runner.release();
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public boolean isAutoStartup() {
        return executes;
    }
}
