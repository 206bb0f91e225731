package studio.selfsame.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes checkpoints while the server runs and shows them to witnesses; a server does not start on an old trail. */
@Component
@ConditionalOnWebApplication
class CheckpointSchedule implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSchedule.class);

    private final Continuity continuity;
    private final Checkpoints checkpoints;
    private final Witnessing witnessing;
    private final long everyMillis;
    private @Nullable ScheduledExecutorService threads;

    CheckpointSchedule(
            Continuity continuity, Checkpoints checkpoints, Witnessing witnessing, AuditProperties properties) {
        this.continuity = continuity;
        this.checkpoints = checkpoints;
        this.witnessing = witnessing;
        this.everyMillis = properties.checkpointEvery().toMillis();
    }

    @Override
    public synchronized void start() {
        continuity.require();
        // two threads: a slow witness does not delay checkpoints
        threads = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("audit-", 0).factory());
        every(checkpoints::takeIfDue);
        every(witnessing::showNewest);
    }

    private void every(Task task) {
        if (threads != null) {
            threads.scheduleWithFixedDelay(() -> run(task), 0, everyMillis, TimeUnit.MILLISECONDS);
        }
    }

    private static void run(Task task) {
        try {
            task.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("no checkpoint was taken or shown to witnesses", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }

    /** Before the web server and the workers. */
    @Override
    public int getPhase() {
        return -1;
    }

    @FunctionalInterface
    private interface Task {
        void run() throws InterruptedException;
    }
}
