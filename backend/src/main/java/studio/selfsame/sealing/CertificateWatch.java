package studio.selfsame.sealing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at the ends of certificates every hour while a server runs. */
@Component
@ConditionalOnWebApplication
class CertificateWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
    private static final long EVERY_HOURS = 1;

    private final CertificateEnds ends;
    private @Nullable ScheduledExecutorService thread;

    CertificateWatch(CertificateEnds ends) {
        this.ends = ends;
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("certificates").factory());
        thread.scheduleWithFixedDelay(this::look, 0, EVERY_HOURS, TimeUnit.HOURS);
    }

    private void look() {
        try {
            ends.look();
        } catch (RuntimeException e) {
            LOG.error("the ends of certificates could not be looked at; it is tried again", e);
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
