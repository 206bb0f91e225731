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

    private static final long PATIENCE_SECONDS = 2;

    private final Continuity continuity;
    private final Checkpoints checkpoints;
    private final Witnessing witnessing;
    private final long everyMillis;
    private @Nullable ScheduledExecutorService signing;
    private @Nullable ScheduledExecutorService showing;

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
        signing = every(checkpoints::takeIfDue);
        // a slow witness delays no checkpoint
        showing = every(witnessing::showNewest);
    }

    private ScheduledExecutorService every(Task task) {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("audit-", 0).factory());
        thread.scheduleWithFixedDelay(() -> run(task), 0, everyMillis, TimeUnit.MILLISECONDS);
        return thread;
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
        if (signing == null || showing == null) {
            return;
        }
        showing.shutdownNow();
        signing.shutdown();
        try {
            // a checkpoint that is being written is written whole
            if (!signing.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                signing.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        signing = null;
        showing = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return signing != null;
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
