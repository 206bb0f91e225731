package studio.selfsame.inspection.takedown;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at the deadlines every minute while a server runs. */
@Component
@ConditionalOnWebApplication
class DeadlineWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final long EVERY_SECONDS = 60;

    private final Deadlines deadlines;
    private @Nullable ScheduledExecutorService thread;

    DeadlineWatch(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("takedowns").factory());
        thread.scheduleWithFixedDelay(this::look, EVERY_SECONDS / 2, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            deadlines.look();
        } catch (RuntimeException e) {
            LOG.error("the deadlines of takedowns could not be looked at; it is tried again", e);
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
