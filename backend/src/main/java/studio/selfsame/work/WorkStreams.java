package studio.selfsame.work;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events of work, one virtual thread per listener. A new listener hears where each row stands and then what
 * happens; one that comes back hears everything since. Listeners are let go before the web server waits for open
 * requests: they come back with the last id they saw.
 */
@Component
class WorkStreams implements SmartLifecycle {
    private static final Duration POLL = Duration.ofMillis(300);
    private static final int QUIET_POLLS_PER_SIGN_OF_LIFE = 50;
    private static final long NO_TIMEOUT = 0;

    private final WorkEvents events;
    private final Set<Thread> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    WorkStreams(WorkEvents events) {
        this.events = events;
    }

    SseEmitter open(UUID subject, WorkEvents.Mark mark) {
        var emitter = new SseEmitter(NO_TIMEOUT);
        var thread = Thread.ofVirtual().name("work-events").unstarted(() -> stream(subject, mark, emitter));
        emitter.onError(reason -> thread.interrupt());
        open.add(thread);
        thread.start();
        return emitter;
    }

    private void stream(UUID subject, WorkEvents.Mark start, SseEmitter emitter) {
        var mark = start;
        int quiet = 0;
        try {
            while (running) {
                var batch = mark.equals(WorkEvents.Mark.START) ? events.newest(subject) : events.after(subject, mark);
                for (var event : batch) {
                    mark = event.mark();
                    emitter.send(SseEmitter.event()
                            .id(mark.toString())
                            .name("progress")
                            .data(event.progress()));
                }
                if (batch.isEmpty()) {
                    if (events.isOver(subject, mark)) {
                        break;
                    }
                    if (++quiet % QUIET_POLLS_PER_SIGN_OF_LIFE == 0) {
                        emitter.send(SseEmitter.event().comment("still here"));
                    }
                    Thread.sleep(POLL);
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // The listener has gone; nobody is left to tell.
            emitter.complete();
        } catch (InterruptedException e) {
            emitter.complete();
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        } finally {
            open.remove(Thread.currentThread());
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
