package studio.selfsame.work;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** A worker inside the test's JVM that executes what its handlers handle. */
final class TinyWorker implements AutoCloseable {
    private final WorkScheduler scheduler;

    private TinyWorker(WorkScheduler scheduler) {
        this.scheduler = scheduler;
    }

    static TinyWorker start(DataSource database, WorkRunner runner, TinyHandler... handlers) {
        var kinds = List.of(handlers).stream().map(WorkHandler::kind).toList();
        var scheduler = new WorkScheduler(
                properties(kinds), true, database, List.<WorkHandler>of(handlers), runner, Clock.systemUTC());
        scheduler.start();
        return new TinyWorker(scheduler);
    }

    static WorkProperties properties(List<String> kinds) {
        return new WorkProperties(
                true, 1, kinds, Duration.ofMillis(500), Duration.ofMillis(50), Duration.ofMillis(100));
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
