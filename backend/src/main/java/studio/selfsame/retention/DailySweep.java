package studio.selfsame.retention;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sweeps once a day while a server runs, in one of them. A sweep that a stop cuts short is done again. */
@Component
@ConditionalOnWebApplication
class DailySweep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DailySweep.class);
    private static final long LOOK_EVERY_MINUTES = 10;

    private final RetentionTurn turn;
    private final RetentionSweeper sweeper;
    private @Nullable ScheduledExecutorService thread;

    DailySweep(RetentionTurn turn, RetentionSweeper sweeper) {
        this.turn = turn;
        this.sweeper = sweeper;
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("retention").factory());
        thread.scheduleWithFixedDelay(this::sweepIfDue, 1, LOOK_EVERY_MINUTES, TimeUnit.MINUTES);
    }

    void sweepIfDue() {
        try {
            if (turn.take()) {
                sweeper.sweep();
                turn.end();
            }
        } catch (RuntimeException e) {
            LOG.error("the daily sweep failed and is done again", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
