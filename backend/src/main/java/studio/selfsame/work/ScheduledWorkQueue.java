package studio.selfsame.work;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rows of work, each with its place in db-scheduler's schedule. */
@Service
class ScheduledWorkQueue implements WorkQueue {
    private final WorkRows rows;
    private final SchedulerClient schedule;
    private final Clock clock;

    ScheduledWorkQueue(WorkRows rows, SchedulerClient workSchedulerClient, ObjectProvider<Clock> clock) {
        this.rows = rows;
        this.schedule = workSchedulerClient;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @Override
    @Transactional
    public WorkId submit(String kind, UUID subject, int part, Priority priority) {
        var id = new WorkId(UUID.randomUUID());
        var now = clock.instant();
        if (!rows.insert(id, kind, subject, part, now.atOffset(ZoneOffset.UTC))) {
            return rows.idOf(kind, subject, part);
        }
        schedule.scheduleIfNotExists(
                TaskDescriptor.of(kind)
                        .instance(id.value().toString())
                        .priority(priority.ordinal())
                        .build(),
                now);
        return id;
    }

    @Override
    @Transactional
    public void cancel(UUID subject) {
        rows.cancel(subject, WorkRunner.FAILING.isBound() ? WorkRunner.FAILING.get() : null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkStatus> of(UUID subject) {
        return rows.of(subject);
    }
}
